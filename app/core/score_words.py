"""Scores in plain words, which can still be translated: the same in the window and in what is exported."""

from app.core.calibration import Calibration, ItemAgreement, Kappa, Verdict
from app.core.call_words import percent
from app.core.message import Joined, Message
from app.core.score_port import Kind, Reply, Round, Score
from app.core.scoring import NOTHING, Answer, Result
from app.core.standing import Standing, Step

ANSWERS = {Answer.PASSED: "Pass", Answer.FAILED: "Fail", Answer.NOT_APPLICABLE: "N/A"}
NO_ANSWER = "Open"

_OF_KIND = {Kind.REVIEW: "Review", Kind.BLIND: "Blind score", Kind.AGREED: "Agreed score"}
_HIDDEN = "{done} of {begun} blind scores are done. They are shown once two or more are done and none is open."
_SHOWN = "{count} have scored this call blind. Others see their answers once a score is agreed on."
_REPLIES = {Reply.ACKNOWLEDGED: "{agent} has acknowledged it.", Reply.DISPUTED: "{agent} disputes it:"}
_KAPPAS = {
    Verdict.TOLD: "Agreement beyond chance (kappa): {kappa}. 1 is all, 0 is what chance alone gives.",
    Verdict.TOO_FEW: "Agreement beyond chance (kappa): too little to tell from {count} answers of each.",
    Verdict.UNDEFINED: "Agreement beyond chance (kappa): cannot be told, everybody gave one answer throughout.",
}
STEPS = {
    Step.DRAFT: "Draft",
    Step.BLIND: "Blind",
    Step.DONE: "Done",
    Step.DISPUTED: "Disputed",
    Step.AGREED: "Agreed",
}
_MARKED = {Step.DISPUTED: "{figure} !", Step.AGREED: "{figure} ="}
_BEGUN = Message("A score is begun and not done yet.")
_NOT_AGREED = Message("Scored blind; no score is agreed on yet.")


def figure_of(result: Result) -> Message:
    """A score as one figure."""
    if result.failed:
        return Message("Failed")
    return Message("No score") if result.share is None else percent(result.share)


def words_of(score: Score) -> Message:
    """How a score comes about: how many items passed, failed, do not apply and are open."""
    given = [score.answers.get(item.id, NOTHING).answer for item in score.card.items]
    counts = (
        Message("{count} passed", count=given.count(Answer.PASSED)),
        Message("{count} failed", count=given.count(Answer.FAILED)),
        Message("{count} not applicable", count=given.count(Answer.NOT_APPLICABLE)),
        Message("{count} open", count=given.count(None)),
    )
    return Joined(", ", (one for one in counts if one.values["count"]))


def failure_of(result: Result) -> Message:
    """Which critical items failed and what the rest comes to; "" where none did."""
    if not result.failed:
        return Message("")
    named = Joined(" ", (f"“{item.question}”" for item in result.failed))
    failed = Message("{items} That is critical and failed, so the call has failed.", items=named)
    if result.rest is None:
        return failed
    rest = Message("Without it the score comes to {share}.", share=percent(result.rest))
    return Message("{first} {then}", first=failed, then=rest)


def title_of(score: Score, when: str) -> Message:
    """One score among those of a call; `when` it was done, in words."""
    kind = Message(_OF_KIND[score.kind])
    if not score.is_done:
        return Message("{kind}, draft of {reviewer}", kind=kind, reviewer=score.reviewer)
    figure = figure_of(score.result)
    return Message(
        "{kind} by {reviewer}, {when}: {figure}", kind=kind, reviewer=score.reviewer, when=when, figure=figure
    )


def answer_word(answer: Answer | None) -> Message:
    """An answer in a word."""
    return Message(NO_ANSWER if answer is None else ANSWERS[answer])


def reply_of(score: Score, agent: str) -> Message:
    """What the agent says to a score; "" where they said nothing yet."""
    if score.reply is None:
        return Message("")
    said = Message(_REPLIES[score.reply], agent=agent)
    return Joined(" ", (said, f"“{score.reply_text}”")) if score.reply_text else said


def round_words(now: Round) -> Message:
    """How far the blind scores of a call are; "" where nobody has begun one."""
    if not now.begun:
        return Message("")
    if now.is_open:
        return Message(_SHOWN, count=now.done)
    return Message(_HIDDEN, done=now.done, begun=now.begun)


def agreement_words(found: Calibration) -> Message:
    """How far all items were answered alike, and how far beyond chance."""
    share = percent(found.share)
    if found.calls == 1:
        alike = Message("Answered alike: {share}.", share=share)
    else:
        alike = Message(
            "Answered alike over {count} calls of the same reviewers: {share}.", count=found.calls, share=share
        )
    return Message("{first} {then}", first=alike, then=kappa_words(found.kappa))


def kappa_words(kappa: Kappa) -> Message:
    """A kappa, or why there is none."""
    if kappa.value is None:
        return Message(_KAPPAS[kappa.verdict], count=kappa.judgements)
    return Message(_KAPPAS[kappa.verdict], kappa=f"{kappa.value:.2f}")


def item_words(found: ItemAgreement) -> Message:
    """How far one item was answered alike over all its calls, with its kappa where that can be told."""
    if found.kappa.value is None:
        return Message("{share} alike", share=percent(found.share))
    return Message("{share} alike, kappa {kappa}", share=percent(found.share), kappa=f"{found.kappa.value:.2f}")


def standing_words(standing: Standing) -> Message:
    """The score with a mark, or a word."""
    if standing.score is None:
        return Message(STEPS[standing.step])
    return Message(_MARKED.get(standing.step, "{figure}"), figure=figure_of(standing.score.result))


def standing_told(standing: Standing, when: str, agent: str) -> list[Message]:
    """The same in sentences; `when` the score was done, in words."""
    if standing.score is None:
        return [_NOT_AGREED if standing.step is Step.BLIND else _BEGUN]
    said = (title_of(standing.score, when), reply_of(standing.score, agent))
    return [line for line in said if line]
