"""The floor: the least Django and DRF that answers an insert, a retrieve, a list and a page."""
