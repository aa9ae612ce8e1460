import datetime as dt
import uuid

from django.db import models


class Item(models.Model):
    """A row about as wide as a contact."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    datum = models.DateField()
    kanaal = models.CharField(max_length=20)
    soort = models.CharField(max_length=40)
    onderwerp = models.CharField(max_length=200)
    inhoud = models.TextField()

    class Meta:
        app_label = "artikel"
        indexes = [models.Index(fields=["kanaal", "-datum", "-id"], name="item_kanaal_datum")]

    def __str__(self) -> str:
        return self.onderwerp

    @classmethod
    def example(cls, number: int) -> "Item":
        return cls(
            datum=dt.date(2026, 1, 1) + dt.timedelta(days=number % 300),
            kanaal="telefoon",
            soort="vervoer",
            onderwerp=f"Vraag {number}",
            inhoud="x" * 80,
        )
