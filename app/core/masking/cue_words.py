"""Words that say what the number beside them is, as data: patterns by topic."""

from enum import StrEnum


class Topic(StrEnum):
    """What is being asked for or given."""

    CARD = "card"
    CODE = "code"
    EXPIRY = "expiry"
    BANK = "bank"
    SOCIAL = "social"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH = "birth"
    BIRTHDAY = "birthday"
    ENDING = "ending"
    ASIDE = "aside"
    QUESTION = "question"
    ANYTHING = "anything"
    ORDINARY = "ordinary"


PARTS = {
    "MY": r"(?:the|my|me|your|that|this|his|her|our)",
    "KINDS": (
        r"(?:credit|debit|bank|payment|visa|master|charge|prepaid|business|company|joint|new|other|second|account)"
    ),
    "DIGIT": (
        r"(?:\d|(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
        r"|fifty|sixty|seventy|eighty|ninety|double|triple)\b)"
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
    "MORE": r"(?:order|reference|ticket|item|purchase|request|confirmation|claim|policy)",
    "MONTH": r"(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "NTH": (
        r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
        r"|ninth)|(?:ten|eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th|(?:twelf|twentie|thirtie)th)"
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
        r"|planning|blue badge|allotment|season ticket|rail ?card|platform|bay|berth|cabin|carriage|coach|deck|hangar"
        r"|shelf|aisle|warehouse|depot|frame|bike|bicycle|trailer|trolley|wheelchair|appliance|fridge|freezer|oven"
        r"|hob|cooker|washer|dryer|dishwasher|mattress|sofa|wardrobe|sizes?|lens|prescription|dose|vial|vaccine)"
    ),
    "THINGS": (
        r"(?:(?<!security )(?<!hardware )token|requisition|accession|(?:delivery|advice|credit|goods) note"
        r"|consumer|tenancy|tenant|student|pupil|passenger|supplier|vendor|crime|exam|module"
        r"|commodity|d[ei]spatch(?: note)?"
        r"|lodgement|assessment|specimen|sample|fault|(?:the|my|a|this|that) fine|penalty|summons|tyres?|tires?"
        r"|npi|dea|rx|waybill|microchip|chip|tag|collar|bib|lift|scooter|cheque|application|candidate|agreement|notice"
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
"""Parts of the patterns below."""
THINGS = PARTS["THINGS"]
"""A pattern of things that have a number which nobody hides."""
WORDS: dict[Topic, str] = {
    Topic.CODE: r"""
        little code
        code(?=[\s:#,]*<DIGIT>)
        the back says
        the code(?:'s| is)
        code(?:'s| is)
        security (?:codes?|numbers?|digits?)
        c[ .-]{0,2}c[ .-]{0,2}v
        c\.?i\.?d\.?(?: (?:number|code|is))?
        back of (?:the|my|your|that) card
        (?:signature|security) (?:panel|strip)(?: number)?
        c[ .-]{0,2}v[ .-]{0,2}[vcn2b](?:[ .-]{0,2}2(?![ ,.-]*<DIGIT>))?(?: (?:number|code))?
        card (?:verification|identification|validation)(?: (?:number|code|value))?
        (?:verification|authentication|authori[sz]ation|confirmation pin|log ?in|sign[- ]in|access) (?:code|pin)
        verification (?:number|digits)
        numbers? (?:we|i|they)(?:'ve|'ll|'d| have)*(?: just)? (?:texted\
        |(?:sent|send)(?: it)? (?:to|on) (?:your|my) (?:phone|mobile|cell))
        (?:last )?(?:three|3|four|4)(?: little| small| tiny)?(?: digits?| numbers?)?(?: that(?:'s| are\
        | is))?(?: printed)? (?:on|from|at|off) the (?:back|reverse|signature)
        (?:numbers?|code|digits|bit)(?: that(?:'s| are| is))? (?:on|from|at|off) the (?:back|reverse|signature)<NO_CARD>
        (?:four|4)(?: little| small)?(?: digits?| numbers?)? (?:on|from) the front
        (?:three|3)[- ]digit(?= is)
        (?:three|3)[- ]digit (?:security|thing|bit|numbers?|code|one|cvv)(?: (?:numbers?|code))?
        (?:four|three) (?:little|small|tiny) (?:digits|numbers)
        (?:three|3) (?:digits|numbers)(?: security (?:number|code))?
        (?:little|small|wee|tiny) numbers? on the back<NO_CARD>
        security thing
        security(?= (?:is|it's) <DIGIT>)
        (?:by|beside|next to|near|above|under|in|on|from|off|of) (?:the|your|my) (?:little |white |gr[ea]y |black )*\
        (?:signature|strip|white box|signature panel)
        (?:four|4)[- ]digit (?:security |card )?(?:number|code)
        (?:turn|flip)(?:ing)? (?:it|the card|your card|that|that card|card)(?: \w+)? (?:over|round|around)
        (?:turn|flip)(?:ing)? (?:over|round|around) (?:the|your|that) card
        (?:five|six|5|6)[- ]digit (?:security |one[- ]time |text |login )?(?:code|pass ?code|pin)
        (?:password|login|app) code
        codes? (?:by|via|in a|as a) (?:text|sms|phone|e-?mail)
        codes? (?:from|in) (?:the|that|my|your) (?:text|sms|message|e-?mail|app|authenticator)
        (?:three|3) (?:little|small|tiny|wee) (?:digits|numbers|ones)
        security (?:bit|three|thingy)
        (?:on|from) the (?:back|reverse|signature strip)<NO_CARD>
        pin(?: code| number)?(?! (?:code )?(?:of|for) (?:my|the|your) (?:area|place|city|town|locality))
        pass ?codes?
        codes? (?:we|i|they|you|that|it)(?:'ve|'ll|'d| have| was| we| i| they)*(?: just)?\
        \ (?:sent|texted|send|text|e-?mailed|got)
        (?:send|text|sent|texted|e-?mail(?:ed)?) (?:you|me|him|her|us|them) (?:a|the|your|that) (?:\w+ )?code
        one[- ]time (?:code|pass ?(?:word|code)|pin)
        o\.?t\.?p\.?
    """,
    Topic.EXPIRY: r"""
        expir(?:y|ation)(?: date)?
        exp\.?(?: date|(?= ?\d))
        (?:card|it|that|which|one) (?:expires?|runs? out|is valid|is good)(?: in| on| at| until| till| to\
        | thru| through)?
        (?:valid|good) (?:up to|until|till|to|thru|through)
        expires?(?: end(?: of)?)?
        expired?
        expires
        exp
        out of date
        (?:the )?date(?:'s| is| that's)? (?:on|under|below|beneath|above) (?:it|the card|there|that|the (?:\w+ )?number)
        (?:still|card) in date
        (?:the )?end one(?:'s| is)?
        expiring
        end date
        month and (?:the )?year
        date (?:it|that|this|the card|that card|this one) (?:finishes|ends|stops|expires|lasts|runs|goes)
        (?:card|it|that)(?: still)? valid
        until when
        valid from
        card(?:'s| is)? (?:out|up|done) (?:in|on)
        (?:good|valid) 'til
        (?:expiry|expiration) (?:month|year)
        dates? (?:underneath|on the front|at the bottom)
        runs? out
    """,
    Topic.CARD: r"""
        card(?:'s)? (?:number|details|digits|no\b)
        long (?:card )?number
        (?:sixteen|16|fifteen|15)[- ]digits?(?: (?:card )?number)?
        (?:digits?|numbers?|it)?(?: that(?:'s| is| are))? ?(?:on|across|along|off|from) (?:the )?(?:front\
        |face|middle)<NO_CARD>(?: of)?(?: <MY>)?(?: <KINDS>)?(?: card)?
        (?:number|digits) (?:on|off|from|of|for) <MY>(?: <KINDS>)? ?(?:card|visa|mastercard|amex)
        <KINDS> ?card (?:is|number|it's)
        (?:<KINDS>|<MY>|new|a) card(?:'s| is|,? it(?:'s| is))
        (?:visa|master ?card|amex|american express|discover|maestro|diners)(?: (?:card|debit|number\
        |electron|one))*,? (?:is|number|it(?:'s| is)|that(?:'s| is))
        read(?:ing)? (?:me |you |us |out )?(?:<MY> )?(?:whole |full )?card
        (?:pay|paying|payment|charge it|put it|do it|put that|process it)(?: \w+)? (?:by|with|on|over|to) \
        (?:<MY> |a )?(?:<KINDS> )*(?:card|visa|mastercard|amex|american express)
        (?:first|second|third|fourth|next|other|middle|remaining) (?:two|four|six|eight|4|6|8)(?: digits| numbers)?\
        (?=[.,?!]|$| (?:on|of|off|from|for|please)\b)\
        (?! (?:on|of|off|from) (?:the|your|my|that) (?:sim|loyalty|membership|library|gift|rewards?|club|store\
        |travel)\b)
        (?:first|second|third|fourth|next|other|middle|last) (?:block|group|set|chunk|lot|bit|part)\
        (?: of (?:four|numbers|digits))?
        card's
        how many digits
        (?:big|main|embossed|raised) (?:numbers?|digits)(?! (?:of|on the (?:box|router|label|bill)))
        (?:same|different|whose|another) card
        what (?:comes|came) (?:after|next)|what's (?:after that|next)|and then\?|so far|and the rest\?
        (?:which|what) card
        my (?:debit|credit|visa|business|work|other|joint) one
        the (?:debit|credit|visa|mastercard|business|work|joint|personal) one\
        (?=[.,:;]+ (?:(?:so|that's|it's|okay|right|um|yeah),? )*<DIGIT>)
        (?:four|4) (?:(?:digits|numbers|figures) at a time|at a time(?= you want|,? please|\?|,? is it))
        in (?:(?:groups|blocks|sets|chunks|lots) of (?:four|4)|fours)
        (?<!student )(?<!work )(?<!tourist )(?<!visitor )(?<!travel )(?<!entry )\
        (?:visa|master ?card|amex|american express|maestro)(?: (?:card|debit|credit))*\
        (?: (?:here|ready|to hand|in front of me))?\
        (?=[\s.,:;…-]+(?:(?:so|and|okay|right|um|yeah|it's|that's|number|the number is|starts?|starting|beginning\
        |begins|with)[,:]? )*<DIGIT>)
        numbers? (?:that's |that is )?(?:printed|written|embossed|shown) (?:on|across) the front(?: side)?<NO_CARD>
        (?:give|read) you (?:the (?:whole )?lot|all of it|the whole (?:thing|number))
        (?:could|can|may|might|shall|should|will) (?:i|we)(?: just| please| quickly| also| now)*\
        \ (?:have|take|get|grab|see|use)(?: down)? <MY>(?: <KINDS>)? ?card\b(?! (?:in|back|out|replaced|unblocked\
        |stopped|cancelled|blocked|sent|delivered|reissued|machine|reader|to (?:be|work)|by|holder|issuer|type))
        (?:i'll|we'll|i will|let me|i'd like to|i need to|i just need to|ready to|happy to|going to|i'll just) \
        (?:take|get|grab|note|write down|take down) <MY>(?: <KINDS>)? ?card\b(?! (?:in|back|out|replaced|holder|type))
        card ready|card in front of you|card (?:handy|to hand)
        (?:here(?:'s| is)|what(?:'s| is)|that(?:'s| is)) <MY>(?: <KINDS>)? ?(?:card|visa|mastercard|amex)
    """,
    Topic.BANK: r"""
        sort[- ]?codes?
        (?:bank )?acc(?:oun)?t\.? (?:number|no\b|num\b)<NO_BANK>
        account,? (?:is|it(?:'s| is))
        account(?=[\s:#,]*<DIGIT>)
        routing(?: and transit)?(?: (?:number|no\b|code))?
        transit(?: (?:number|no\b))
        institution number
        b\.? ?s\.? ?b\.?(?: (?:number|is))?
        i[- .]?b[- .]?a[- .]?n\.?|eye ?ban
        (?:bank|direct debit|payment|account) details
        society roll number
        (?:eight|8)[- ]digits?(?= (?:account|bank)\b| number(?! (?:of|on|for|from)\b))
        (?:branch|bank|ifsc|swift|bic|clearing) codes?
        (?:transit|institution|branch)(?:'s)?(?=[\s:#,]*(?:is )?<DIGIT>)
        transit, institution
        bank and branch
        account for the (?:direct debit|refund)
        suffix(?: is|'s)
        (?!<SUPPLY>)\w+ account,? (?:so|it's|is|which is)
        (?:digits|numbers?) (?:at|on|along|across) the (?:bottom|foot)
        (?:checking|chequing|savings?|current|bank|cheque) account(?: number)?
        a\.?b\.?a\.?(?: (?:number|routing))?
        ach number
        bank (?:is|number)
        (?:(?<=\d )|(?<=\d[,.] ))and what (?:are|were|was|is) the last (?:two|three|four|2|3|4)
    """,
    Topic.SOCIAL: r"""
        social security(?: (?:number|no\b))?
        social insurance(?: (?:number|no\b))?
        (?:my|your|the|his|her|full|whole|mom's|husband's|wife's) social(?: security)?(?: number)?\
        (?! (?:media|worker|network|club\
        |housing|care|services?|life))
        social,? (?:is|it's|number)
        social(?=[?.,:]+ (?:[\w']+[.,]? ){0,3}<DIGIT>)
        your (?:full |whole |entire )?(?:nine|9)[- ]digits?(?: number)?(?! (?:order|reference|tracking\
        |routing|claim|case))
        first (?:two|2|couple of) letters (?:are|is|as)
        s\.? ?s\.? ?n\.?(?: (?:number|is))?
        national insurance(?: (?:number|no\b))?
        n\.? ?i\.? (?:number|no\b)
        nino
        (?:nhs|chi|ppsn?|pps) number
        n\.?i\.?(?=,? (?:is|it's|it is|number))
        s\.? ?i\.? ?n\.? number
        (?:a|my|the) sin(?=[.,:]? ?<DIGIT>)
        aadh?aa?r(?: card)?(?: (?:number|no\b))?
        pan (?:card|number|no\b)(?: number)?
        i\.?r\.?d\.?(?: (?:number|no\b)|(?='s|,? (?:is|it's) ))
        (?:nhi|nric|hkid|bvn|nin|emirates id|sss|gsis|phil ?health|pag[- ]?ibig|umid|cnic|cpf|curp|bsn\
        |pesel|iqama) number
        (?:my |your |the |a )?tin(?: number)?(?=,? (?:is|it's) <DIGIT>|[:,]? <DIGIT>)
        (?:(?:national|personal) )?identity (?:card )?number
        national (?:id|identification)(?: card)?(?: number)?
        tax (?:file|id|payer|payer's|identification|reference)(?: (?:number|id))?
        t\.?f\.?n\.?
        tax ?payer(?:'s)?(?: identification| reference)?(?: (?:number|id))?
        (?:my|his|her|your|the|wife's|husband's) n\.?i\.?(?:'s)?(?= (?:is |number |it's )?\w{1,2} ?<DIGIT>)
        (?:itin|p\.?p\.?s\.?(?: ?n)?)(?: number)?
        medicare (?:number|card number)
    """,
    Topic.ASIDE: r"""
        (?:from|in|on|to|by|via|per) (?:the|my|your|that|an|our)(?: \w+)? (?:e-?mails?|texts?|letters?|apps?)\b\
        (?! (?:address|is))
    """,
    Topic.EMAIL: r"""
        (?<!line of )(?:my|your|the) address
        (?:before|after|in front of|behind) the at\b(?: sign| symbol)?
        (?:spell|what's|what is) the first part
        (?:the|your|which) (?:provider|domain|gmail|hotmail|yahoo|outlook|icloud)
        e[- ]?mails?(?: (?:address|me|it|them|you|us))?(?: (?:to|at|is))?
    """,
    Topic.PHONE: r"""
        area code
        (?:best|good|current|daytime|your|another) (?:mobile|cell|land ?line)(?= (?:for|to)\b)
        (?:std|dial(?:l?ing)?) code(?:'s| is)?
        (?:a|the|your) (?:good|best|better) number(?! of)
        number (?:will|should|can|do|does|could) (?:\w+ ){0,2}(?:ring|call|text|use|reach)
        (?<!n't )(?<!not )(?<!to )(?:home|work|mobile|cell) on
        (?:tele|cell|mobile |cell |home |work )?phone (?:numbers?|no\b)
        (?:tele|cell|mobile |cell |home |work )?phone(?:'s|,? (?:is|it's))
        (?:tele|cell|mobile |cell |home |work )?phone(?=[\s:#,]*(?:um,? |em,? )?<DIGIT>)
        telephone
        (?:it's|that's|it is|a|an|my|his|her|their|the) (?:a |an )?<TOWNS> (?:numbers?|one|land ?line|mobile|cell)\
        (?=[\s:#,.]*(?:so |it's |that's )?<DIGIT>)
        (?:direct|office|fax|business|personal|private|switchboard|local|toll[- ]free|freephone\
        |husband's|wife's|mum's|mom's|dad's|daughter's|son's|partner's|neighbour's|old|new|other)\
        \ numbers?(?=,? (?:is|it's|was)\b)
        mobile(?: numbers?| is|'s)
        mobile(?=[\s:#,?]*(?:<DIGIT>|$))
        (?:my |your |her |his )?cell(?:'s)?(?: numbers?| is)?
        land ?line(?: number| is)?
        (?:call|calling|ring|ringing|reach|text|get(?! my \w+ on\b)|contact|phone|get hold of|get through to|try|dial\
        |whatsapp) (?:me|him|her|us|you|them|my \w+)(?: back)?(?: directly)? ?(?:on|at|from)
        (?:call|ring|reach|text|contact|dial|phone)(?: back)? (?:on|at)\b
        (?:call[- ]?back|contact|best|daytime|home|work|evening|office|alternative|alternate|another|mobile\
        |cell) numbers?
        numbers? (?:to|for) (?:call|reach|ring|text|contact|get)
        (?:calling|ringing|phoning) (?:you )?from
        whats ?app(?: number)?
        (?:mobile|cell|land ?line|number)(?: number)?,? (?:just )?in case
        number (?:i'm|i am) (?:calling|ringing|phoning) (?:from|on)
        (?:to dial|dial(?:l?ed|l?ing))
    """,
    Topic.BIRTH: r"""
        dates? of birth
        (?:what's|what is|when's|when is|verify|confirm|give me)(?: me)? (?:your|his|her|their) birthday
        d\.? ?o\.? ?b\.?
        birth ?dates?
        (?:your|his|her|their) (?:full )?birthday(?=,? (?:please|for)|\?)
        of birth
        (?:see|have|got)(?= (?:a |the )?(?:<MONTH> (?:the )?<NTH>|<NTH>(?: of)? <MONTH>),? (?:['’]?[3-9]\d|19\d\d\
        |nineteen|thirty|forty|fifty|sixty|seventy|eighty|ninety)\
        [^.?]{0,14}(?:is that|that right|that correct|right\?|you\b))
        when (?:you|he|she|they|your \w+) (?:was|were) born
        when (?:were|was) (?:you|he|she|your \w+) born
        (?:i was|i'm|he was|she was|they were|was) born
        born(?: on| in)?
    """,
    Topic.BIRTHDAY: r"""
        birth ?days?
        (?:got|have) (?:you|him|her) down as(?= (?:the )?[\w-]+(?: of)? (?:the )?\w+,? (?:19\d\d|20[01]\d|nineteen))
    """,
    Topic.ENDING: r"""
        end(?:ing|s)(?: in| with)?
        (?:last|final) (?:two|three|four|six|2|3|4|6)(?: digits?| numbers?)?(?: (?:of|on|from)\
        (?: (?:the|my|your|that))? (?:\w+ )?(?:card|account)(?: number)?)?
    """,
    Topic.ORDINARY: r"""
        pin(?: code)? (?:of|for) (?:my|the|your) (?:area|place|city|town|locality)
        (?:area|postal|city|town|locality)(?:'s)? pin(?: ?code)?
        (?:council|road|vehicle|car|property) tax (?:account|number|ref(?:erence)?)(?: number)?
        what time
        (?:logged|filed|raised)(?: now| here)? (?:under|as)(?=[\s:#,]*<DIGIT>)
        <DIGIT> characters (?:under|on|below|beneath|beside|next to|after)
        (?:dpd|dhl|ups|fedex|usps|royal mail|hermes|evri|yodel|parcel ?force|an post|tnt|amazon|canada post\
        |australia post|auspost|gls|ontrac|purolator|collect ?plus|inpost|special delivery|signed for\
        |recorded delivery)\
        (?= (?:\w+ ){0,3}?\w*(?:[\s:#,]*(?:is |it's |it is )?<DIGIT>))
        <SUPPLY> account(?: number)?(?:'s| is)?
        account(?: number)? <ON_A_BILL>
        account(?: number)? with us
        (?:pulled|pull|pulling|brought|bring|bringing|called) up (?:your |the |his |her |that )?account(?: number)?
        (?:tooth|teeth|pockets?|gums?|molars?|probing|(?:upper|lower) (?:left|right))(?=[\s:,]*(?:[\w']+ ){0,2}<DIGIT>)
        measur(?:ed|es|ing|ements?)(?: (?:is|are|was|were|of|at))?(?=[\s:,]*<DIGIT>)
        (?:nmi|icp|mirn|din|ndc|esi ?id|iccid|mmsi|uprn|abn|gstin|duns)\
        (?=[\s:#,]*(?:[\w']+ ){0,4}<DIGIT>)
        (?:cpt|icd|hcpcs|ndc|ndis|ean|gtin|asin|isrc|iata|icao|mpn)(?=[\s:#,]*(?:(?:code|number|which|it)? ?\
        (?:is |it's )?)<DIGIT>)
        (?:amount|total|balance|price|cost|fee|charge|refund|deposit|sum)s?(?:'s| is| was| of| came to| comes to)
        (?:that|confirm|what's|check) the (?:amount|total|balance|price|figure|quantity|size)
        how (?:many|much|long|old|far|often|fast|big|tall|heavy)
        when(?:'s)?(?= \w)(?! (?:you|i|ever|we|it|they|he|she|were|was|do|does)\b)
        ip(?:'s| address)
        npi
        (?:pnr|awb|uan|esn|meid|vin|sku|po)(?=[\s:#,]*(?:number |is |it's )?<DIGIT>)
        numbers? (?:that's |that is )?(?:printed|written|stamped|shown|showing|stuck) (?:on|in|at|under)
        (?:what's|what is|what does|what do you (?:see|have)|read me what's) (?:on|it say on)\
        (?: the| your)(?: \w+)? (?:meter|dial|display|screen|label|tag|sticker)
        (?:meter|gas|electric\w*|water|the|that|this) readings?
        readings? (?:on|for|from|off) (?:the|my|your)
        (?:your|the|an|any|a) (?:order|reference|ref|booking|claim|case|ticket|policy)(?=[?.,]|$)
        numbers? (?:off|on|from) (?:the|your|my|that) (?:receipt|box|label|sticker|letter|bill|invoice\
        |slip|packing|docket|tag|order|parcel|package|envelope|booking|ticket|meter|router\
        |back of the (?:box|router|device))
        (?:nectar|club ?card|avios|fly ?buys|everyday rewards|air ?miles|executive club)(?: cards?)?(?: number)?\
        (?=(?:'s)?[\s:#,]*(?:is |it's )?<DIGIT>)
        (?:what(?:'s| is| was)|do you have|have you got|you got|(?:can|could|may) (?:i|you)(?: just| please)?\
        \ (?:have|get|take|see|give me|read me|tell me|confirm)|and) (?:the|your|that) (?!part|group|item\
        |page|form|plan|house|flat|service|phone)(?:<THINGS>|<MORE>|<OTHERS>)\
        (?= ?(?:,? please|to hand|handy|there|for me|again|then|now)?\?)
        (?<!tax )file (?:numbers?|id|references?|refs?)
        (?!<TOWNS> )<NOUN> (?:numbers?|id|references?|refs?)\
        (?! (?:on|from|off|across|along|at|by|under) (?:the|my|your|that) (?:back|front|card|strip\
        |signature|reverse|middle|plastic))
        mileage
        order(?:ed)? (?:numbers?|id|confirmation)
        (?:need|take|get|have|read me|confirm)(?: to| me| take| get| have){0,2} (?:your|the) (?:<NOUN> )?\
        (?:<THINGS>|<MORE>|<OTHERS>)(?=[?.]|$| (?:please|handy|there|for me|off you))
        what (?:<THINGS>|<MORE>|<OTHERS>) (?:have|do|is|are)
        (?:smart|season|student|staff|swipe|bus|tram|metro|leisure|gym|discount|phone|report|score|memory|sd|graphics\
        |loyalty|membership|library|gift|rewards?|club|store|nectar|id|sim|insurance|travel|oyster|rail\
        |key) ?cards?(?: number)?
        (?:reference|serial|tracking|imei|sku|bar ?code|post ?code|zip(?: code)?|mpan|mprn|isbn|upc|order number)
        (?:orders?|<THINGS>|<MORE>|<OTHERS>)(?:(?: <MORE>)? (?:numbers?|no\b|id|code|refs?|references?|readings?)\
        |(?: here| there)?,? (?:number(?:'s)?|no)\b\
        |(?=(?:'s)?[\s:#,]*(?:(?:[\w']+ ){0,3}(?:is|was|are|it's|its|that's|says|said|ending|as|under|got|has|had|reads\
        |shows) )?(?:number |no )?<DIGIT>))
    """,
    Topic.QUESTION: r"""
        (?:orders?|<THINGS>|<MORE>)(?=[^.?!]{0,40}\?)
    """,
}
"""One pattern a line, which goes on behind a backslash; the first topic that fits counts."""
