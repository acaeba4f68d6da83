"""Words that name numbers which stay: of things, and amounts."""

from app.core.masking.cue_topics import Topic

PLAIN_WORDS: dict[Topic, str] = {
    Topic.ENDING: r"""
        end(?:ing|s)(?: in| with)?(?![^.?!]{0,30}\b(?:all of it|(?:whole|full) (?:thing|number)))
        end (?:in|with)(?= <DIGIT>)
        (?:last|final) (?:two|three|four|six|2|3|4|6)(?: digits?| numbers?)?(?: (?:of|on|from)\
        (?: (?:the|my|your|that))? (?:\w+ )?(?:card|account)(?: number)?)?
    """,
    Topic.AMOUNT: r"""
        what time
        (?:amount|total|balance|price|cost|fee|charge|refund|deposit|sum)s?(?:'s| is| was| of| came to| comes to)
        (?:that|confirm|what's|check) the (?:amount|total|balance|price|figure|quantity|size)
        how (?:many|much|long|old|far|often|fast|big|tall|heavy)
        when(?:'s)?(?= \w)(?! (?:you|i|ever|we|it|they|he|she|were|was|do|does)\b)
    """,
    Topic.ORDINARY: r"""
        pin(?: code)? (?:of|for) (?:my|the|your) (?:area|place|city|town|locality)
        (?:area|postal|city|town|locality)(?:'s)? pin(?: ?code)?
        (?:council|road|vehicle|car|property) tax (?:account|number|ref(?:erence)?)(?: number)?
        (?:logged|filed|raised)(?: now| here)? (?:under|as)(?=[\s:#,]*<DIGIT>)
        (?:(?<=not )|(?<=n't )|nothing )(?:finding|seeing|getting|recogni[sz]ing|showing|coming|comes|find\
        |recogni[sz]e)\
        (?: up)?(?: (?:anything|any|nothing|you|one|an? \w+))?(?: (?:for|under|with|on|by|against|as))?\
        (?=[\s:,]*<DIGIT>)
        numbers? (?:off|on|from) (?:the|your|my|that) (?:back|bottom|underside|side|base|rear|inside|front|top)\
        \ of (?:the|your|my|that) (?!(?:[\w-]+ )?(?:card|visa|mastercard|amex|cheque|check|statement|chequebook\
        |checkbook))[\w-]+
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
        (?:s[. ]k[. ]u|i[. ]m[. ]e[. ]i|p[. ]n[. ]r|v[. ]i[. ]n|a[. ]w[. ]b|m[. ]p[. ][ar][. ]n|r[. ]m[. ]a\
        |n[. ]m[. ]i|u[. ]p[. ]c|i[. ]s[. ]b[. ]n|p[. ]o)\b\.?(?: (?:number|no|code))?(?:'s| is| ends(?: in)?)?
        air ?way ?bills?(?: number)?(?:'s| is)?
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
        (?:orders?|<THINGS>|<MORE>|<OTHERS>)(?:(?: (?:number|id|code))? (?:on|off|from) <MY>(?: \w+)? card(?:'s| is)?\
        |(?: <MORE>)? (?:numbers?|no\b|id|code|refs?|references?|readings?)\
        |(?: here| there)?(?:,? number(?:'s)?| no)\b\
        |(?=(?:'s)?[\s:#,]*(?:(?:[\w']+ ){0,3}(?:is|was|are|it's|its|that's|says|said|ending|as|under|got|has|had|reads\
        |shows) )?(?:(?:[\w']+ ){0,3}numbers[,:]* )?(?:number |no )?<DIGIT>))
    """,
    Topic.QUESTION: r"""
        (?:orders?|<THINGS>|<MORE>)(?=[^.?!]{0,40}\?)
    """,
}
