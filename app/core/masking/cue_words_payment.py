"""Words that name what is paid with: cards with their codes and dates, and accounts."""

from app.core.masking.cue_topics import Topic

PAYMENT_WORDS: dict[Topic, str] = {
    Topic.CODE: r"""
        little code
        code(?=[\s:#,]*<DIGIT>)
        the back,? (?:(?:okay|ok|so|now|right|um|yeah),? )*(?:it )?says
        (?:got|have|had|here's|received) (?:a|the|your) (?:text|message|code|sms)\
        (?=[,.:]* (?:it's |it says |saying |and it's )?<DIGIT>)
        what (?:did|does) the (?:text|message|sms) say
        the (?:text|sms) (?:says|said)(?= (?:it's |code )?<DIGIT>)
        (?:that|the|your|my) code (?:thing(?:y)?|bit)
        the code(?:'s| is)
        code(?:'s| is)
        security (?:codes?|numbers?|digits?)
        c[ .-]{0,2}c[ .-]{0,2}v
        c\.?i\.?d\.?(?: (?:number|code|is))?
        back of (?:the|my|your|that) card
        (?:signature|security) (?:panel|strip)(?: number)?
        c[ .-]{0,2}v[ .-]{0,2}[vcn2b](?:[ .-]{0,2}2(?![ ,.-]*<DIGIT>))?(?: (?:number|code))?
        card (?:verification|identification|validation)(?: (?:number|code|value))?
        (?:verification|authentication|authori[sz]ation|confirmation pin|log ?in|sign[- ]in|access) (?:code|pin)\
        (?! is [^.?]{0,60}for (?:your|the|my) (?:records?|reference|files?|notes|receipt))
        verification (?:number|digits)
        verification(?:'s| is)(?= <DIGIT>)
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
        codes? (?:that |which |that's |that has |has )?(?:just )?(?:came|come|arrived|popped\
        |appeared)(?: (?:through|up|in|to you))?
        one[- ]time (?:code|pass ?(?:word|code)|pin)
        o\.?t\.?p\.?
    """,
    Topic.EXPIRY: r"""
        expir(?:y|ation)(?: date)?
        exp\.?(?: date|(?= ?\d))
        (?:card|it|that|which|one) (?:expires?|lapses?|runs? out|is valid|is good)(?: in| on| at| until| till| to\
        | thru| through)?
        (?:valid|good) (?:up to|until|till|thru|through|to(?! (?:go|phone|ring|call|come|talk|speak|have|see|get\
        |know|hear|be|start|visit|deliver|collect)\b))
        expires?(?: end(?: of)?)?
        expired?
        expires
        exp
        out of date
        (?:the )?date(?:'s| is| that's)? (?:on|under|below|beneath|above) (?:it|the (?:\w+ ){0,3}card|there\
        |that|the (?:\w+ )?number)
        (?:still|card) in date
        (?:the )?end one(?:'s| is)?
        expiring
        end date
        month and (?:the )?year
        date (?:it|that|this|the card|that card|this one) (?:finishes|ends|stops|expires|lasts|runs|goes)
        (?:card|it|that)(?: still)? valid
        until when
        valid from
        (?:from|start) and (?:to|end|until) dates?
        thru
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
        (?:first|second|other|last) half(?=\?| of (?:the|your|that) (?:card|number|digits))
        first (?:two|four|six|4|6)(?: digits| numbers)? (?:should be|will be|must be|would be|are|were)(?= <DIGIT>)
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
        (?:sounds|looks|seems|reads)(?: more)? like (?:it's )?<MY>(?: <KINDS>)? ?(?:card|visa|mastercard|amex)
        card ready|card in front of you|card (?:handy|to hand)
        (?:here(?:'s| is)|what(?:'s| is)|that(?:'s| is)) <MY>(?: <KINDS>)? ?(?:card|visa|mastercard|amex)
    """,
    Topic.BANK: r"""
        sort[- ]?codes?
        (?:bank )?acc(?:oun)?t\.? (?:number|no\b|num\b)<NO_BANK>
        account,? (?:is|it(?:'s| is))
        which account(?:'s| is) (?:it|that|this|the)(?= (?:come|going|coming|to be|paid|taken|from|out|into|debit))
        which account (?:do|should|shall|would|did|can|will) (?:you|i|we)
        (?:\w+ bank|barclays|lloyds|nat ?west|hsbc|santander|halifax|nationwide|monzo|starling|tsb|revolut|metro bank\
        |aib|nedbank|capitec|absa|fnb|chase|wells fargo|bank of \w+|citi(?:bank)?|scotiabank|westpac|anz|kiwibank\
        |hdfc|icici|rbc|bmo|cibc)(?: new zealand| australia)?(?=[,:.]* (?:it's |so |that's |account )?<DIGIT>)
        account(?=[\s:#,]*<DIGIT>)
        routing(?: and transit)?(?: (?:number|no\b|code))?
        transit(?: (?:number|no\b))
        institution number
        b\.? ?s\.? ?b\.?(?: (?:number|is))?
        i[- .]?b[- .]?a[- .]?n\.?|eye ?ban
        (?:bank|direct debit|payment|account) details
        society\W{1,3}(?:(?:and|the|your) )*roll number
        (?:eight|8)[- ]digits?(?= (?:account|bank)\b| number(?! (?:of|on|for|from)\b))
        (?:branch|bank|ifsc|swift|bic|clearing) codes?(?! (?:of|for|at) (?:the|our|your|this|that|my) (?:\w+ )?(?:shop\
        |store|office|depot|restaurant|salon|garage|library|surgery|pharmacy|outlet))
        (?<!to )(?<!at )(?<!in )(?<!from )(?<!to the )(?<!at the )(?<!visit )(?<!visited )\
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
}
