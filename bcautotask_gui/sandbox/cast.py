"""Who plays in the sample: the Autotask companies and the Backupchecks customers, by name."""

from dataclasses import dataclass
from itertools import starmap

CUSTOMER, LEAD, PROSPECT, VENDOR, PARTNER = 1, 2, 3, 7, 8


@dataclass(frozen=True)
class CastCompany:
    """One company of the local Autotask.

    Attributes:
        id: The company id; 0 is the service provider itself.
        name: Its name in Autotask, at most 100 characters.
        is_active: Whether tickets may be opened for it.
        company_type: The picklist value: 1 customer, 2 lead, 3 prospect, 7 vendor, 8 partner.
        city: Where it is.
        phone: Its number, at most 25 characters.
        postal_code: Its postal code, at most 10 characters.
    """

    id: int
    name: str
    is_active: bool
    company_type: int
    city: str
    phone: str
    postal_code: str


@dataclass(frozen=True)
class CastCustomer:
    """One customer of Backupchecks.

    Attributes:
        name: Its unique name there.
        active: Whether its jobs are watched.
        company_id: The Autotask company that truly is this customer, or none.
    """

    name: str
    active: bool
    company_id: int | None


_COMPANIES = (
    (0, "Noorderlicht IT Beheer B.V.", True, CUSTOMER, "Zwolle", "+31 38 555 000", "8011 AB"),
    (29683102, "Autohaus Köhler", False, CUSTOMER, "Offenburg", "+49 781 555 240", "77652"),
    (29683115, "Van der Meer Interieur", True, LEAD, "Breda", "+31 76 555 031", "4811 CE"),
    (29683121, "Ferienhof Lindner", False, PROSPECT, "Füssen", "+49 8362 555 18", "87629"),
    (29683134, "Smit Transporttechniek", True, PROSPECT, "Meppel", "+31 522 555 62", "7941 GH"),
    (29683140, "Peak District Tours", True, LEAD, "Buxton", "+44 1298 555 070", "SK17 6AA"),
    (29683158, "Wagner Gebäudetechnik", True, PROSPECT, "Ulm", "+49 731 555 310", "89073"),
    (29683163, "Datadokter Reseller", True, PARTNER, "Almere", "+31 36 555 900", "1315 XD"),
    (29683170, "Northern Tape & Disk Supply", True, VENDOR, "Hull", "+44 1482 555 16", "HU1 2AB"),
    (29683177, "Speicherhaus Distribution", True, VENDOR, "Bochum", "+49 234 555 71", "44787"),
    (29683344, "Köhler Elektro KG", True, CUSTOMER, "Kehl", "+49 7851 555 71", "77694"),
    (29683377, "Köhler Bedachungen", True, PROSPECT, "Lörrach", "+49 7621 555 9", "79539"),
    (29683390, "Gemeente Oosterveen", True, CUSTOMER, "Oosterveen", "+31 591 555 14", "7845 AA"),
    (29683395, "Waterschap De Vecht", True, CUSTOMER, "Ommen", "+31 529 555 40", "7731 BC"),
    (29683401, "Bakkerij Jansen V.O.F.", True, CUSTOMER, "Deventer", "+31 570 555 110", "7411 KP"),
    (29683404, "Jansen & Zn. Bakkerij", True, PROSPECT, "Deventer", "+31 570 555 118", "7412 VB"),
    (
        29683412,
        "Huisartsenpraktijk De Linde",
        True,
        CUSTOMER,
        "Hengelo",
        "+31 74 555 21",
        "7551 DW",
    ),
    (29683415, "Huisartsenpraktijk De Linden", True, CUSTOMER, "Borne", "+31 74 555 83", "7622 AL"),
    (29683419, "Kwekerij De Roos", True, CUSTOMER, "Aalsmeer", "+31 297 555 60", "1431 HN"),
    (29683425, "Visser & Bos Notarissen", True, CUSTOMER, "Utrecht", "+31 30 555 412", "3511 LK"),
    (29683428, "Drukkerij Het Anker B.V.", True, CUSTOMER, "Hoorn", "+31 229 555 37", "1621 EP"),
    (29683431, "Tandartsencentrum Zuid", True, CUSTOMER, "Maastricht", "+31 43 555 96", "6211 RS"),
    (29683433, "Apotheek Kerkplein B.V.", True, CUSTOMER, "Assen", "+31 592 555 27", "9401 AG"),
    (29683436, "Zorggroep Amstelhof", True, CUSTOMER, "Amstelveen", "+31 20 555 730", "1181 ZX"),
    (
        29683439,
        "Installatiebedrijf Kuipers B.V.",
        True,
        CUSTOMER,
        "Emmen",
        "+31 591 555 8",
        "7811 JL",
    ),
    (29683441, "Scholengroep Veluwe", True, CUSTOMER, "Ede", "+31 318 555 205", "6711 PV"),
    (29683444, "Bouwbedrijf Dekker B.V.", True, CUSTOMER, "Zaandam", "+31 75 555 44", "1506 MC"),
    (29683447, "Dekker Bouwmaterialen", False, CUSTOMER, "Purmerend", "+31 299 555 3", "1441 RT"),
    (29683452, "Transportbedrijf Smit", True, CUSTOMER, "Zwolle", "+31 38 555 176", "8013 RN"),
    (29683455, "Fietsenwinkel Oost", True, CUSTOMER, "Amsterdam", "+31 20 555 308", "1093 LM"),
    (29683458, "Stichting Museum De Waag", True, CUSTOMER, "Deventer", "+31 570 555 9", "7411 LT"),
    (29683471, "Brightwell Dental Ltd", True, CUSTOMER, "Bath", "+44 1225 555 018", "BA1 1LN"),
    (
        29683474,
        "Brightwell Dental Laboratory",
        True,
        PROSPECT,
        "Bath",
        "+44 1225 555 90",
        "BA2 3DP",
    ),
    (29683477, "Harrow Finch LLP", True, CUSTOMER, "London", "+44 20 5550 0177", "EC4A 2AB"),
    (29683480, "Northgate Academy Trust", True, CUSTOMER, "Durham", "+44 191 555 0480", "DH1 3NJ"),
    (29683482, "Northgate Academy", False, CUSTOMER, "Darlington", "+44 1325 555 61", "DL1 5QP"),
    (29683485, "Van der Meer Logistics B.V.", True, CUSTOMER, "Venlo", "+31 77 555 485", "5928 PR"),
    (29683488, "Peak Lettings Ltd", True, CUSTOMER, "Sheffield", "+44 114 555 0233", "S1 2HE"),
    (29683491, "Yorkshire Feeds Ltd", True, CUSTOMER, "Thirsk", "+44 1845 555 012", "YO7 1HD"),
    (29683493, "Hollins Vets", True, CUSTOMER, "Leeds", "+44 113 555 0046", "LS1 4DY"),
    (29683496, "St Mary’s Surgery", True, CUSTOMER, "York", "+44 1904 555 074", "YO1 7HH"),  # noqa: RUF001
    (29683498, "Calder Valley Joinery Ltd", True, CUSTOMER, "Halifax", "+44 1422 555 5", "HX1 1UJ"),
    (
        29683499,
        "Fenwick Marine Engineering Ltd",
        True,
        CUSTOMER,
        "Hull",
        "+44 1482 555 32",
        "HU3 4AE",
    ),
    (
        29683502,
        "Müller Maschinenbau GmbH & Co. KG",
        True,
        CUSTOMER,
        "Aalen",
        "+49 7361 555 0",
        "73430",
    ),
    (29683505, "Müller Metallbau GmbH", True, CUSTOMER, "Aalen", "+49 7361 555 22", "73431"),
    (29683512, "Autohaus Brandt KG", False, CUSTOMER, "Kassel", "+49 561 555 512", "34117"),
    (29683515, "Brandt Fahrzeugteile", True, LEAD, "Kassel", "+49 561 555 77", "34121"),
    (
        29683519,
        "Steuerkanzlei Hoffmann PartG mbB",
        True,
        CUSTOMER,
        "Mainz",
        "+49 6131 555 4",
        "55116",
    ),
    (29683522, "Hoffmann Steuerberatung", True, PROSPECT, "Worms", "+49 6241 555 48", "67547"),
    (29683526, "Weingut Sonnenhang", True, CUSTOMER, "Deidesheim", "+49 6326 555 3", "67146"),
    (29683529, "Stadtwerke Grünau GmbH", True, CUSTOMER, "Grünau", "+49 3375 555 90", "15711"),
    (29683533, "Gasthof Alpenblick e.K.", True, CUSTOMER, "Oberstdorf", "+49 8322 555 1", "87561"),
    (29683536, "Gästehaus Alpenblick", True, PROSPECT, "Oberstdorf", "+49 8322 555 64", "87561"),
    (29683540, "Kessler Logistik GmbH", True, CUSTOMER, "Duisburg", "+49 203 555 540", "47119"),
    (
        29683543,
        "Kessler Logistics Ltd",
        False,
        CUSTOMER,
        "Felixstowe",
        "+44 1394 555 8",
        "IP11 3SY",
    ),
    (29683547, "Architekturbüro Weiß & Söhne", True, CUSTOMER, "Gießen", "+49 641 555 73", "35390"),
    (29683551, "Schreinerei Holzapfel", True, CUSTOMER, "Fulda", "+49 661 555 20", "36037"),
    (29683556, "Tierklinik am Bärensee", True, CUSTOMER, "Esslingen", "+49 711 555 602", "73728"),
    (29683560, "Zahnarztpraxis Dr. Köhler", True, CUSTOMER, "Freiburg", "+49 761 555 014", "79098"),
    (29683564, "Zahnärzte Köhler-Brandt", False, PROSPECT, "Lahr", "+49 7821 555 2", "77933"),
    (29683570, "Metzgerei Wagner", True, CUSTOMER, "Ulm", "+49 731 555 128", "89073"),
    (29683577, "Praxis Dr. Lindner", True, CUSTOMER, "Stuttgart", "+49 711 555 340", "70173"),
    (29683580, "Lindner Physiotherapie", True, PROSPECT, "Stuttgart", "+49 711 555 349", "70174"),
    (29683588, "Dr. Köhler & Partner MVZ", True, CUSTOMER, "Freiburg", "+49 761 555 080", "79100"),
    (
        29683591,
        "Köhler Dentallabor GmbH",
        True,
        CUSTOMER,
        "Emmendingen",
        "+49 7641 555 32",
        "79312",
    ),
    (
        29683602,
        "Hotel-Restaurant Zum Goldenen Löwen",
        True,
        CUSTOMER,
        "Trier",
        "+49 651 555 6",
        "54290",
    ),
    (
        29683607,
        "Boekhandel De Zonnebloem",
        True,
        CUSTOMER,
        "Groningen",
        "+31 50 555 391",
        "9711 JB",
    ),
    (29683611, "Rederij Waddenzee B.V.", True, CUSTOMER, "Harlingen", "+31 517 555 4", "8861 NT"),
    (29683615, "Bakker Wijnimport", True, CUSTOMER, "Haarlem", "+31 23 555 802", "2011 WP"),
    (
        29683618,
        "Ashdown & Pryce Accountants LLP",
        True,
        CUSTOMER,
        "Lewes",
        "+44 1273 555 9",
        "BN7 1XG",
    ),
    (
        29683623,
        "Westerkwartier Kozijnen B.V.",
        False,
        CUSTOMER,
        "Leek",
        "+31 594 555 12",
        "9351 KE",
    ),
    (29683627, "Elmbridge Community Church", True, CUSTOMER, "Esher", "+44 1372 555 7", "KT10 9QS"),
)

_CUSTOMERS = (
    ("Autohaus Brandt KG", True, 29683512),
    ("Bakkerij Jansen", True, 29683401),
    ("Bouwbedrijf Dekker", True, 29683444),
    ("Brightwell Dental", True, 29683471),
    ("Gasthof Alpenblick", True, 29683533),
    ("Gemeente Oosterveen", True, 29683390),
    ("Harrow & Finch Solicitors", True, 29683477),
    ("Huisartsenpraktijk De Linde", True, 29683412),
    ("Kessler Logistik GmbH", True, 29683540),
    ("Kwekerij De Roos", True, 29683419),
    ("Müller Maschinenbau GmbH", True, 29683502),
    ("Northgate Academy Trust", True, 29683480),
    ("Notariskantoor Visser & Bos", True, 29683425),
    ("Peak Lettings", True, 29683488),
    ("Praxis Dr. Lindner", True, 29683577),
    ("Steuerkanzlei Hoffmann", True, 29683519),
    ("Tandartsencentrum Zuid", True, 29683431),
    ("Transportbedrijf Smit", True, 29683452),
    ("Van der Meer Logistics", True, 29683485),
    ("Wijnhandel Bakker", False, 29683615),
    ("Yorkshire Feeds", True, 29683491),
    ("Zahnarztpraxis Dr. Köhler", True, 29683560),
    ("Zorggroep Amstelhof", True, 29683436),
    ("Zuivelboerderij Hoeve", True, None),
    ("Elektro Köhler", True, 29683344),
    ("Fietsenwinkel Oost", True, 29683455),
    ("Hollins Vets", True, 29683493),
    ("Metzgerei Wagner", True, 29683570),
    ("St Mary’s Surgery", True, 29683496),  # noqa: RUF001
    ("Elmbridge Parish Office", True, 29683627),
    ("Kinderopvang De Vlinder", False, None),
    ("Apotheek Kerkplein", True, 29683433),
    ("Architekturbüro Weiß & Söhne", True, 29683547),
    ("Ashdown & Pryce Accountants", True, 29683618),
    ("Calder Valley Joinery", True, 29683498),
    ("Drukkerij Het Anker", True, 29683428),
    ("Fenwick Marine Engineering", True, 29683499),
    ("Hotel-Restaurant Zum Goldenen Löwen", True, 29683602),
    ("Huisartsenpraktijk De Linden", True, 29683415),
    ("Installatiebedrijf Kuipers", True, 29683439),
    ("Rederij Waddenzee", True, 29683611),
    ("Schreinerei Holzapfel", True, 29683551),
    ("Stadtwerke Grünau", True, 29683529),
    ("Tierklinik am Bärensee", True, 29683556),
    ("Waterschap De Vecht", True, 29683395),
    ("Weingut Sonnenhang", True, 29683526),
)

COMPANIES: tuple[CastCompany, ...] = tuple(starmap(CastCompany, _COMPANIES))
CUSTOMERS: tuple[CastCustomer, ...] = tuple(starmap(CastCustomer, _CUSTOMERS))
