from django.http import HttpRequest, HttpResponse
from rest_framework import pagination, serializers, viewsets

from bench.vloer.artikel.models import Item


def pagina(request: HttpRequest) -> HttpResponse:
    """An empty page and one query."""
    first = Item.objects.order_by("pk").values_list("onderwerp", flat=True).first()
    return HttpResponse(f"<!doctype html><title>{first}</title>")


class ItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["id", "uuid", "datum", "kanaal", "soort", "onderwerp", "inhoud"]


class Paginas(pagination.CursorPagination):
    ordering = ("-datum", "-id")
    page_size_query_param = "size"


class Items(viewsets.ModelViewSet):
    queryset = Item.objects.all()
    serializer_class = ItemSerializer
    pagination_class = Paginas
