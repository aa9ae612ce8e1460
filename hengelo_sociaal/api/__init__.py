"""The ground the API stands on: tokens, problem+json, cursors, idempotency, OpenAPI."""
