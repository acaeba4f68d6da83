"""Words that name a person's own: national numbers, addresses, phones and birthdays."""

from app.core.masking.cue_topics import Topic

PERSON_WORDS: dict[Topic, str] = {
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
        pan(?=,? (?:it is|is|it's|it) (?:\w |\w+ for |<DIGIT>))
        pan (?:card|number|no\b)(?: number)?
        i\.?r\.?d\.?(?: (?:number|no\b)|(?='s|,? (?:is|it's) ))
        (?:nhi|nric|hkid|bvn|nin|emirates id|sss|gsis|phil ?health|pag[- ]?ibig|umid|cnic|cpf|curp|bsn\
        |pesel|iqama) number
        (?:my |your |the |a )?tin(?: number)?(?=,? (?:is|it's) <DIGIT>|[:,]? <DIGIT>)
        (?:(?:national|personal) )?identity (?:card )?number
        id (?:numbers?|no\b)(?! (?:on|from|off|of|for) )
        (?:my|your|the|his|her) (?:ird|tfn|sin|nino|ppsn?|itin|nhi|nhs|aadhaar)(?=[,:]* <DIGIT>)
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
        (?:send|sent|forward|mail|copy|cc|write|reply|try|use)(?:ing)?\
        (?: (?:it|that|them|this|those|one|everything|a copy))?\
        (?: to)?(?= [a-z]+ (?:dot|underscore) [a-z])
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
        (?:call|calling|catch|ring|ringing|reach|text|get(?! my \w+ on\b)|contact|phone|get hold of|get through to|try\
        |dial|whatsapp) (?:me|him|her|us|you|them|my \w+)(?: back)?(?: directly)? ?(?:on|at|from)
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
        (?:what|which) year (?:was|were) (?:you|he|she|they|your \w+) born
        (?:the )?day and (?:the )?month(?=\?|$|,? please| first)
        (?:your|his|her|their|(?:the|your|his|her) [\w ]{1,14}'s) (?:full )?birthday\
        (?=,? (?:please|for)|(?:,(?: [\w'.]+){1,3})?\?)
        of birth
        (?:see|have|got|showing)(?= <OLD_DAY>(?: [\w-]+)? (?:here|down\
        |on (?:file|record|screen|the (?:screen|system|account)))\b)
        (?:see|have|got)(?= (?:a |the )?(?:<MONTH> (?:the )?<NTH>|<NTH>(?: of)? <MONTH>),? (?:['’]?[3-9]\d|19\d\d\
        |nineteen|thirty|forty|fifty|sixty|seventy|eighty|ninety)\
        [^.?]{0,14}(?:is that|that right|that correct|right\?|you\b))
        (?:i'm|i am|he's|he is|she's|she is|you're|are you|is (?:he|she)|(?:mine|his|hers)(?:'s| is))(?= <OLD_DAY>)
        (?:<PERSON>|lad|lass|eldest|youngest|twins|nan|gran|brother|sister|father|wife)(?:'s| is| was)(?= <OLD_DAY>)
        when (?:you|he|she|they|your \w+) (?:was|were) born
        when (?:were|was) (?:you|he|she|your \w+) born
        (?:i was|i'm|he was|she was|they were|was) born
        born(?: on| in)?
    """,
    Topic.BIRTHDAY: r"""
        birth ?days?
        how old (?:is|are|was|were) (?:he|she|you|they|(?:the|your|his|her|their|our) (?:\w+ )?<PERSON>)
        (?:got|have) (?:you|him|her) down as(?= (?:the )?[\w-]+(?: of)? (?:the )?\w+,? (?:19\d\d|20[01]\d|nineteen))
    """,
}
