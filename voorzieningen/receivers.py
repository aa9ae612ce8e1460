"""What the ground floor asks of the catalogue."""

from hengelo_sociaal.kern.vooraf import lees_vooraf
from voorzieningen.queries.woordenschat import vocabulary

lees_vooraf(vocabulary)
