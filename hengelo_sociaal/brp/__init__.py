"""The register of persons (BRP), asked through the Haal Centraal API "BRP bevragen".

Off without `BRP_URL`. Every question names its purpose, and the purpose decides which
fields are asked: no more than the work needs. Never in the way of a registration.
"""
