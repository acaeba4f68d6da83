"""Parts of the patterns of cues: what cues of several topics have in common."""

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_NTH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth)|(?:ten|eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th|(?:twelf|twentie|thirtie)th)"
)

PARTS = {
    "MY": r"(?:the|my|me|your|that|this|his|her|our)",
    "KINDS": (
        r"(?:credit|debit|bank|payment|visa|master|charge|prepaid|business|company|joint|new|other|second|account)"
    ),
    "DIGIT": (
        r"(?:\d|(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
        r"|fifty|sixty|seventy|eighty|ninety|double|triple|treble|nought)\b)"
    ),
    "NO_CARD": r"(?! of (?:the|my|your|that|this|his|her) (?!(?:\w+ )?(?:card|visa|mastercard|amex|discover)))",
    "SUPPLY": (
        r"(?:internet|cable|broadband|energy|gas|electric(?:ity)?|water|utility|power|heating|oil|loyalty|rewards?|online"
        r"|tv|streaming|library|council tax|toll|parking)"
    ),
    "ON_A_BILL": r"(?:on|from|off|at the top of) (?:the|my|your|this|that|our) (?:[\w']+ )?bill",
    "NO_BANK": r"(?! (?:on|from|off|at the top of) (?:the|my|your|this|that|our) (?:[\w']+ )?bill| with us\b)",
    "NOUN": (
        r"(?!(?:my|the|your|a|an|this|that|long|new|whole|full|same|other|right|correct|wrong|contact|best|first|last|big"
        r"|actual|card|phone|mobile|cell|account|security|social|insurance|telephone|and|or|is|it|its|his|her|our|their|of"
        r"|for|on|in|what|which|some|any|no|real|proper|old|main|one|two|three|four|five|six|digit|direct|business|personal"
        r"|private|local|home|work|office|fax|next|second|third|middle|back|front|tax|file|routing|transit|visa|mastercard"
        r"|amex|debit|credit|bank|sort|taxpayer|identity|ird|aadhaar|aadhar|iban|bsb|pin|cvv|security|identification|another|these|those|great|good|small|large"
        r"|seven|eight|nine|ten|several|many|few|sixteen|fifteen|with|me|you|give|read|that's|here's|say|says|by|to|from|at|was|be|as|not|just|only|dialed|called"
        r"|okay|ok|so|yes|yeah|well|hi|hello|sure|alright|um|uh|em|then|now|here|there)\b)"
        r"[a-z]+"
    ),
    "PERSON": (
        r"(?:driver|passenger|child|children|kids?|baby|babies|sons?|daughters?|wife|husband|partner|mother|father|mum|mom"
        r"|dad|patient|guest|travell?er|dependants?|dependents?|boy|girl|member|applicant|holder)"
    ),
    "MORE": r"(?:order|reference|ticket|item|purchase|request|confirmation|claim|policy)",
    "MONTH": _MONTH,
    "NTH": _NTH,
    "OLD_DAY": (
        rf"(?:the )?(?:{_MONTH} (?:the )?{_NTH}|{_NTH}(?: of)? (?:the )?(?:{_MONTH}|{_NTH})"
        r"|\d{1,2}[-/.]\d{1,2}(?=[-/.]))"
        r"[-/., ]*(?:['’]?[3-9]\d(?!\d)|19\d\d|20[01]\d|nineteen|two thousand|thirty|forty|fifty|sixty|seventy"
        r"|eighty|ninety)"
    ),
    "TOWNS": (
        r"(?:london|manchester|birmingham|leeds|liverpool|glasgow|edinburgh|cardiff|belfast|dublin|cork|galway|limerick"
        r"|bristol|sheffield|nottingham|leicester|newcastle|aberdeen|dundee|swansea|derry|toronto|vancouver|montreal"
        r"|calgary|ottawa|sydney|melbourne|brisbane|perth|adelaide|auckland|wellington|mumbai|delhi|new york|chicago"
        r"|boston|dallas|houston|seattle|denver|atlanta|miami|u\.?k\.?|u\.?s\.?|british|english|scottish|welsh|irish"
        r"|american|canadian|australian|indian|french|german|spanish|polish|dutch|italian|foreign|overseas|international"
        r"|local|freephone|geographic)"
    ),
    "OTHERS": (
        r"(?:(?:pre-?)?authori[sz]ation(?! (?:code|pin))|(?:pre-?)?determination|(?:pre-?)?approval|referral|label"
        r"|report|violation|citation|infringement|infraction|offen[cs]e|conviction|warrant|writ|hearing"
        r"|(?<!on )(?<!tax )file|folder|dossier|record|entry|log|memo|letter"
        r"|document|certificate|deed|title|survey|inspection|estimate|proposal|tender|bid"
        r"|listing|advert|posting|vacancy|scheme|pension|annuity|bond|portfolio|payslip|payroll|timesheet|shift|rota"
        r"|itinerary|boarding (?:pass|card)|hire|rental|lease|inventory|tenancy deposit|landlord registration|property"
        r"|crate|carton|manifest|lading|pick-?up|drop-?off|packing slip|trailer|article|style|pattern|colou?r|shade"
        r"|fabric|finish|swatch|isbn|edition|volume|issue|chapter|episode|sensor|alarm|panel|camera|valve|boiler"
        r"|thermostat|cylinder|pump|motor|compressor|filter|cartridge|toner|lamp|bulb|fuse|battery|charger|adapt[eo]r"
        r"|controller|console|headset|tablet|laptop|printer|scanner|monitor|watch|dongle|decoder|receiver|dish"
        r"|chart|scan|blood test|results?|prescriber|enrol?lment|en?quiry|query|petition|charity|vat|eori"
        r"|rebate|submission|dispute|appeal|escalation|grievance|nomination|ballot|grant|filing|chargeback"
        r"|remittance|slip|pcn|issuer|planning|blue badge|allotment"
        r"|season ticket|rail ?card|platform|bay|berth|cabin|carriage|coach|deck|hangar"
        r"|shelf|aisle|warehouse|depot|frame|bike|bicycle|trailer|trolley|wheelchair|appliance|fridge|freezer|oven"
        r"|hob|cooker|washer|dryer|dishwasher|mattress|sofa|wardrobe|sizes?|lens|prescription|dose|vial|vaccine)"
    ),
    "THINGS": (
        r"(?:(?<!security )(?<!hardware )token|requisition|accession|(?:delivery|advice|credit|goods) note"
        r"|consumer|tenancy|tenant|student|pupil|passenger|supplier|vendor|crime|exam|module"
        r"|commodity|d[ei]spatch(?: note)?"
        r"|lodgement|assessment|specimen|sample|fault|(?:the|my|a|this|that) fine|penalty|summons|tyres?|tires?"
        r"|npi|dea|rx|waybill|microchip|(?<!under the )(?<!above the )(?<!below the )(?<!by the )chip"
        r"|tag|collar|bib|lift|scooter|cheque|application|candidate|agreement|notice"
        r"|permit|purchase|work|job|ref(?:erence)?|tracking|case|ticket|claim|confirmation|booking|reservation"
        r"|incident|complaint|policy|invoice|receipt|quote|quotation|contract|member(?:ship)?|customer|client"
        r"|patient|loyalty|frequent flyer|rewards?|subscriber|subscription|user|employee|staff|agent|badge"
        r"|store|branch|item|product|part|catalogue|stock|sku|batch|lot|consignment|parcel|package|shipment"
        r"|delivery|docket|collection|service|serial|model|imei|meter|engineer|appointment|repair|returns?|rma"
        r"|error|promo|promotion(?:al)?|voucher|coupon|discount|gift|locker|gate|flight|train|bus|seat|room"
        r"|(?:patient|case|personal) file"
        r"|unit|flat|apartment|suite|house|(?<!next )door|plot|warranty|registration|licen[sc]e|plate|vin|asset"
        r"|transaction|group|plan|prescription|chassis|engine|router|modem|firmware|software|version|build"
        r"|form|page|container|pallet|bin|device|mac|ip|hub|box|equipment|lottery|raffle|locator|supply"
        r"|extension|channel|track)"
    ),
}
"""By the name that stands in angle brackets in a pattern."""
THINGS = PARTS["THINGS"]
"""A pattern of things that have a number which nobody hides."""
