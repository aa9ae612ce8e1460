from django.urls import path

from bench.vloer.artikel import views

urlpatterns = [
    path("pagina", views.pagina),
    path("items", views.Items.as_view({"get": "list", "post": "create"})),
    path("items/<int:pk>", views.Items.as_view({"get": "retrieve"})),
]
