"""Names that occur in Twente, mixed by chance; no combination is meant to be a person."""

MEISJES = (
    "Anna Emma Sophie Julia Lotte Lisa Eva Sanne Marieke Anneke Wilma Ria Gerda Johanna Maria "
    "Hendrika Truus Annie Femke Ingrid Monique Petra Esther Kim Fleur Noor Zoë Fatma Aylin "
    "Elif Amina Samira Ayşe Nadia Jolanda Astrid Karin Diana Bianca Tineke Hilde Roos Saar "
    "Nina Tess Milou Yara Mirjam Hanneke Joke Bep Dinie Gea Willemien Christina Zeynep"
).split()
JONGENS = (
    "Jan Piet Kees Henk Gerrit Hendrik Johan Wim Theo Bennie Herman Martijn Jeroen Mark Peter "
    "Erik Bas Tim Thijs Daan Sem Lucas Milan Levi Finn Luuk Ruben Jesse Stijn Niels Rik Sander "
    "Mehmet Mustafa Ali Yusuf Emre Ahmed Omar Hassan Rachid Bilal Kevin Dennis Patrick Ronald "
    "Gert Frank Marcel Robert Dirk Willem Antonius Bernardus Johannes Gijs Sjoerd Teun Koen"
).split()
ACHTERNAMEN = (
    "Jansen|de Vries|de Boer|Bakker|Visser|Smit|Meijer|Mulder|Bos|Vos|Peters|Hendriks|Dekker|"
    "Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|Kok|Jacobs|de Haan|Vermeulen|"
    "van den Berg|van der Heide|Schouten|van Beek|Willems|van Vliet|Hoekstra|Maas|Verhoeven|"
    "Koster|van Dam|Prins|Blom|Huisman|Peeters|de Jong|Kuipers|van Veen|Kramer|van Leeuwen|"
    "Scholten|Oude Nijhuis|ter Horst|te Riele|Wolters|Nijhuis|Kamphuis|Wegdam|Lansink|Hofstede|"
    "Grobben|Engbers|Averink|Roelofs|Morsink|Kuiper|Boersma|Haverkate|Wissink|Olde Monnikhof|"
    "ten Thije|Zwiers|Hesselink|Veldhuis|Rouwenhorst|Leussink|Weijers|Slotman|Bruggink|Holtkamp|"
    "Yılmaz|Kaya|Demir|Çelik|Şahin|Yıldız|Aydın|Öztürk|El Amrani|Bouzidi|Haddad|Gabriel|Aslan|"
    "Ay|Malke|Can|Kowalski|Nowak|Nguyen|Tesfay|Al Hassan|Karimi|Popescu"
).split("|")
TUSSENVOEGSELS = frozenset(
    ("de", "van", "van den", "van der", "ter", "te", "ten", "oude", "olde", "el", "al")
)


def split_surname(name: str) -> tuple[str, str]:
    """`van der Meer` becomes (`van der`, `Meer`); Oude Nijhuis is one name."""
    prefix, _, rest = name.rpartition(" ")
    return (prefix, rest) if prefix in TUSSENVOEGSELS else ("", name)
