"""How forms are drawn: our templates around the components, so that no page repeats them."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
WIDGETS = "django/forms/widgets/"
KLASSEN = {
    **dict.fromkeys(
        (f"{WIDGETS}{soort}.html" for soort in ("text", "number", "email", "url", "password")),
        TEXTBOX,
    ),
    **dict.fromkeys(
        (f"{WIDGETS}{soort}.html" for soort in ("date", "datetime", "time", "input", "search")),
        TEXTBOX,
    ),
    "web/formulier/geld.html": TEXTBOX,
    f"{WIDGETS}textarea.html": "utrecht-textarea utrecht-textarea--html-textarea",
    f"{WIDGETS}select.html": "utrecht-select utrecht-select--html-select",
}
FOUT = {
    TEXTBOX: "utrecht-textbox--invalid",
    KLASSEN[f"{WIDGETS}textarea.html"]: "utrecht-textarea--invalid",
    KLASSEN[f"{WIDGETS}select.html"]: "utrecht-select--invalid",
}


class Renderer(TemplatesSetting):
    """Draws labels, help, errors and widgets with the components of the house."""

    form_template_name = "web/formulier/formulier.html"
    field_template_name = "web/formulier/veld.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Give a widget its component class; `required` becomes a word of ARIA.

        The browser's own messages are not in plain Dutch and stop a form before the
        server can say everything that is wrong at once.
        """
        if widget := context.get("widget"):
            _dress(template_name, widget["attrs"])
            for _, options, _ in widget.get("optgroups", ()):
                for option in options:  # each radio button has it of its own
                    option["attrs"].pop("required", None)
        return super().render(template_name, context, request)


def _dress(template_name: str, attrs: dict[str, Any]) -> None:
    if attrs.pop("required", False):
        attrs["aria-required"] = "true"
    if klasse := KLASSEN.get(template_name):
        wrong = FOUT[klasse] if attrs.get("aria-invalid") else ""
        attrs["class"] = " ".join(filter(None, (klasse, wrong, attrs.get("class"))))
