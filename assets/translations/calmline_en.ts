<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Calmline</name>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>&amp;Answered: go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_dialog.py" />
            <source>&amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <location filename="../../app/ui/practice_dialog.py" />
            <location filename="../../app/ui/settings_dialog.py" />
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <location filename="../../app/ui/kept_dialog.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/review_keys.py" />
            <source>&amp;Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <location filename="../../app/ui/setup_dialog.py" />
            <source>&amp;Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>&amp;Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/passphrase_dialog.py" />
            <source>&amp;Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_dialog.py" />
            <source>&amp;Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/passphrase_dialog.py" />
            <source>&amp;Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>&amp;Open the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <location filename="../../app/ui/settings_dialog.py" />
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>&amp;Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>&amp;Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/file_names.py" />
            <source>--names has {{{name}}} twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/file_names.py" />
            <source>--names knows no field {{{name}}}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/file_names.py" />
            <source>--names {template} has a time without a date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/file_names.py" />
            <source>--names {template} has no field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/file_names.py" />
            <source>--names {template} has two fields in one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>1 call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>1 minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>10 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>2 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>20 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>5 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/recovery.py" />
            <source>A call of {time} had not been stored; it is kept now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/recovery.py" />
            <source>A call of {time} was cut short here and is not stored yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/recovery.py" />
            <source>A call of {time} was cut short here; what was said until then is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/recovery.py" />
            <source>A call of {time} was still on when Calmline was closed; it is kept as far as it went.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/recovery.py" />
            <source>A call that was cut short here cannot be read any more. Its file lies in the folder journals.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/journal_seal.py" />
            <source>A call that was cut short here was closed for another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/told.py" />
            <source>A call that was started in a terminal is running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/catalogue.py" />
            <source>A call {call_id} is stored that comes from no such recording; it stays as it is. Give this one another id, or delete that: calmline calls delete {call_id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>A click on a note shows it at its call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>A day after the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>A dispute needs a line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_list.py" />
            <source>A new score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/review_store.py" />
            <source>A note on this call is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping.py" />
            <source>A part of the call store is damaged, and something of calls that were to go may be left there: {number}. Bring back the store and its note from one backup and delete again, or move both away: then a new store is made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>A prompt shows here when it can help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>A random sample: 1 call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>A random sample: {found} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>A score is agreed on once two or more have scored blind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>A score is begun and not done yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>A score needs the name of who gives it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/score_store.py" />
            <source>A score of this call is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>A screen reader says the prompt now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/device_list.py" />
            <source>A second input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>A voice is being played …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>A voice was heard and no words were read. Say the sentence again, closer to the microphone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>A voice was heard and no words were read. Turn the sound up and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/worker_processes.py" />
            <source>A worker ended before it was ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <source>About this call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/scorecard_panel.py" />
            <source>About this score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/status_strip.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <source>Abusive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reply_box.py" />
            <source>Acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/edited_lines.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>After it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>After so many days a call loses its words and the comments on it; its figures stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>After so many days the whole call goes, with coaching notes and words that are still there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/coaching_dialog.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <location filename="../../app/ui/timeline_view.py" />
            <location filename="../../app/ui/transcript_model.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <source>Agent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>Agent and caller cannot be on the same side.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Agent cuts in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Agent muted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Agent speaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_switch.py" />
            <source>Agents find it under Practice: they read the caller and answer aloud. It goes with the words of this call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Agents with fewer than {few} calls are left out where the figures of the others would tell theirs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_buttons.py" />
            <source>Agree on a score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/score_words.py" />
            <source>Agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Agreed on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Agreed score</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>Agreement beyond chance (kappa): cannot be told, everybody gave one answer throughout.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>Agreement beyond chance (kappa): too little to tell from {count} answers of each.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>Agreement beyond chance (kappa): {kappa}. 1 is all, 0 is what chance alone gives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>All calls of the list as JSON …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>All calls of the list as PDF …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/device_list.py" />
            <source>All that is played on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>All weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plots.py" />
            <source>All weeks together: {figure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>An annoyed but fair caller, who calms down when you listen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>An earlier call is not stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Angrier after it was shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <source>Angriest moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>Announced before the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Announcement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Announcement: mood paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>Another Calmline is running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Answered after</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>Answered alike over {count} calls of the same reviewers: {share}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Answered alike: {share}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Answered back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Any time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>Apologised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Apology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>As CSV …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>As a workbook (XLSX) …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/settings_form.py" />
            <source>As the computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Asks whether a call has begun when speech is heard on both sides. Nothing of it is kept. Not done where callers have to be told first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Asks whether the call is over when both sides have been silent for so long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>At an edge it is as high as its screen. Dragged away from there it stays where you put it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>At the end, at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>At the first start, on a computer where nothing has been chosen yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>At the left edge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>At the right edge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <source>At {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setting_field.py" />
            <source>Back to default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setting_field.py" />
            <source>Back to default: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Before the call, by an announcement.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ask_view.py" />
            <source>Before we start: a computer writes this call down to help me help you. Is that all right?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Below {percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Beside the size that your computer uses everywhere, which is 100 %.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Blamed a colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/score_words.py" />
            <source>Blind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Blind score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_start.py" />
            <source>Blind: two or more score without seeing each other's, then see how far they agree, and settle on one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/echo.py" />
            <source>Both channels carry the same sound: choose another device for the caller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/lines.py" />
            <source>Both sides of the call come from one device: choose another one for the caller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Both speak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <source>Boundary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Bring back the key that was written down: calmline key restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>Bring back the store and its note from one backup, or move both away: then a new store is made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>By an announcement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>By you, at the beginning of each call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>By you, before listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>By you, then ticked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>By you; nothing is heard before that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_list.py" />
            <source>Calibration: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>Call ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/summary_view.py" />
            <source>Call ended after {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/setup_trial_page.py" />
            <location filename="../../app/ui/status_strip.py" />
            <location filename="../../app/ui/timeline_view.py" />
            <location filename="../../app/ui/transcript_model.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <source>Caller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Caller cuts in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Caller informed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Caller is abusive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Caller not heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/ask_view.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Caller said no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Caller speaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Caller wants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ask_view.py" />
            <source>Caller was told: listen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Caller's device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Caller's reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>Caller, as you say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Callers are told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/call_table_view.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/kept_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/supervisor_window.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plots.py" />
            <source>Calls a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Calls are counted once: {done} of {total}. Meanwhile you can review calls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/stores.py" />
            <source>Calls are encrypted, but there is no keyring here: their key lies in a file. To protect it by a passphrase: calmline key passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Calls are encrypted. This says where their key may be; a file protects least.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>Calls are not listened to: nothing is heard. You say how the caller is, and Calmline shows one short prompt when it can help or when you ask for one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>Calls that were not scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>Calls that were scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>Calls to read, saved by your team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/kept_bench.py" />
            <source>Calls under the reference {reference}: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Calls with words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/moods.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/status_strip.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Calm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Calm again within</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <source>Calmed down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Calmer after it was shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/why.py" />
            <source>Calmer: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>Calmline ended before the call did: this is what it had heard until then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/line.py" />
            <source>Calmline goes on without it, and hears it again as soon as it is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>Calmline is closing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ask_view.py" />
            <source>Calmline is not listening: nothing is heard yet. Say in your own words:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Calmline's keys count wherever you type. It is told of no other key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/win32_keys.py" />
            <location filename="../../app/adapters/x11_keys.py" />
            <source>Calmline's keys work in its own window alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/supervisor_window.py" />
            <source>Calmline: calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>Calmline: {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Cannot be told apart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Carry on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/whisper/packed.py" />
            <location filename="../../app/adapters/whisper/transcriber.py" />
            <source>Check its folder, or the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/journal.py" />
            <location filename="../../app/adapters/recording_folder.py" />
            <source>Check its permissions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/line.py" />
            <source>Check that it is plugged in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_player.py" />
            <source>Check that the device is still there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <location filename="../../app/adapters/store_keys.py" />
            <source>Check the disk and the permissions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/folders.py" />
            <location filename="../../app/adapters/scorecard_files.py" />
            <source>Check the file and its permissions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Check the folder and the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <location filename="../../app/adapters/settings_files.py" />
            <location filename="../../app/compose/stores.py" />
            <source>Check the folder's permissions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/dialogue_files.py" />
            <location filename="../../app/adapters/recording.py" />
            <source>Check the name and the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_hub.py" />
            <location filename="../../app/adapters/model_packages.py" />
            <source>Check the network, or {otherwise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Check the path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_capture.py" />
            <source>Check the sound server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_library.py" />
            <location filename="../../app/adapters/wasapi.py" />
            <source>Check the system's sound settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Checklist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>Choose a call on the left to see how it went.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/output_files.py" />
            <source>Choose a file in a folder that exists and that you may write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/export/place.py" />
            <source>Choose a folder where you may write, or a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Choose a line of what was said, then press this, or R on the keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plots.py" />
            <source>Choose a week with the mouse or with the arrow keys: its figures stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Choose all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/settings_dialog.py" />
            <source>Choose and try your microphone and the caller's device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/read_practice.py" />
            <source>Choose another call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/speaker.py" />
            <source>Choose another device, or restart Calmline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/key_settings.py" />
            <source>Choose another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Choose devices, text size and what is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Choose one of three short calls to practise on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>Choose one of: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Choose where you hear the caller: your headset, or your softphone while it plays something.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Choose your microphone and say something: its bar moves with your voice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Clear all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Clear the words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/why.py" />
            <source>Click on something the caller said to see which words made it hotter or calmer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio.py" />
            <source>Close what else uses it, or allow its use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_player.py" />
            <location filename="../../app/adapters/wasapi.py" />
            <source>Close what uses it exclusively.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>Close what uses it, then: calmline calls purge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Closed question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>Coaching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>Coaching due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Coaching is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>Coaching note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_paper.py" />
            <source>Coaching notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>Coaching,
done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>Coaching,
due {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>Coaching,
late: {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Coaching, {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>Coaching: {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/note_dialog.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Comment, {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_paper.py" />
            <source>Comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Comments and coaching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/setup_bench.py" />
            <source>Connect a headset or loudspeakers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/practice_calls.py" />
            <source>Connect one, or listen to the recorded agent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>Connect one; calmline devices lists what is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/status_strip.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Cooling down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Copy all of the key that belongs to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/store_key.py" />
            <source>Copy all of what calmline key show printed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>Copy or export it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Copy the folder again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>Copy your text, press Cancel, and open the call again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/faults.py" />
            <location filename="../../app/adapters/scorecard_files.py" />
            <source>Correct that line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Count a warning that was not heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Counting …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Critical: where it fails, the call fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Cut in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/after_card.py" />
            <source>Cut off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_bench.py" />
            <source>Damaged and left out: {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <source>Dead air</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <location filename="../../app/ui/kept_dialog.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Delete for good?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Delete the chosen note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Delete {number} for good?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/kept_bench.py" />
            <source>Deleted for good: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Did you mean {near!r}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_buttons.py" />
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reply_box.py" />
            <source>Dispute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <source>Disputed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Do not do what is offered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Do what is offered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Dock left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Dock right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Does not count toward the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <location filename="../../app/ui/score_buttons.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/note_sheet.py" />
            <source>Done: {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <source>Draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <source>Due on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/note_sheet.py" />
            <source>Due: {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>During a call Calmline writes down both sides on this computer, follows how the caller feels from their words, and shows one short prompt when it can help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/dialogue_files.py" />
            <source>Each line looks like {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>End it and start another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/told.py" />
            <source>End it, then start calls beside the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>End the program that uses it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Every agent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Everybody has to agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Excuse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Explained</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Explained to callers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_files.py" />
            <source>Export it again: calmline lexicon export FILE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>Exporting ...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>Exporting: {done} of {total} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/folders.py" />
            <source>Extend 'general' itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Fade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/ui/answer_choice.py" />
            <source>Fail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/model_line.py" />
            <source>Fetch it now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/call_paper.py" />
            <source>Figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_table.py" />
            <location filename="../../app/ui/kept_words.py" />
            <source>Figures alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Figures stay: number of days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Figures, without the words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>Files of the same names are there already: {number}. Nothing was written yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/scorecard_panel.py" />
            <source>First choose a line of what was said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>First quarter, {start} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>Flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Flag the open call, or take the flag away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Flagged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>Flagged, reviewed, found by a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/after_card.py" />
            <source>Follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_table.py" />
            <source>Followed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>For card details: neither side is heard or kept until you carry on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_table.py" />
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>From this day on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>From {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Gave a choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>Getting ready</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/adapters/recording.py" />
            <source>Give a WAV or FLAC recording with one or two channels.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/adapters/recording.py" />
            <source>Give a recording with one channel here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/models.py" />
            <source>Give another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Give it one with --name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>Give the few words that were judged wrongly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Give the folder of a whole model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>Give the new call another id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>Give the words as they are said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>Glasses nobody can read with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/voice_trial.py" />
            <source>Go back and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Go on with the next call of the course.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Greeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_trends.py" />
            <source>Hear some calls first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/status_strip.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Heating up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Hedged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>Held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/window_system.py" />
            <source>Here, keys work in Calmline's window alone. A macro pad or a shortcuts program can run commands instead: calmline call start, end, hold, pause, resume, moment, help, used or dismiss.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>Hidden words cannot be added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Hide from screen sharing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>Hide what was &amp;said then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Highest point, at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/moods.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/status_strip.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/why.py" />
            <source>Hotter: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>How callers learn that the call is written down. With “By you, before listening” nothing is heard until then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>How did it end?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/hand_panel.py" />
            <source>How is the caller?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>How it went</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>How many sentences of a recording are written down at once. A live call always takes two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/settings_dialog.py" />
            <source>How much is kept and until when; hold it or delete it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>How much is prompted during a call. Safety prompts always come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>How often the caller turned hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>How often the prompt was shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>How the caller's level changed in the minute after, from -1 to 1, beside like moments in which the prompt was held back. It says what followed, not why. About the playbook, never about people.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>How the level changed in the minute after a moment without it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>How the level changed in the minute after the prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>However it went</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>I &amp;answer myself, with my microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>I have warned them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ask_view.py" />
            <source>If they say no the call goes on without listening.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_store.py" />
            <source>Import it from another desk's export.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>In brackets: where the true value lies 95 times in 100. A hollow dot comes from fewer than 30 calls: read it with care. From fewer than 5 calls nothing is shown.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/trend_words.py" />
            <source>In brackets: where the true value lies 95 times in 100. A hollow dot comes from fewer than {few} calls: read it with care. From fewer than {count} calls nothing is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>In plain words, before the first call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>In words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/wasapi.py" />
            <source>Install PyAudioWPatch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/models.py" />
            <source>Install it with: calmline models install {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_library.py" />
            <source>Install it; on Debian the package is libportaudio2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse.py" />
            <location filename="../../app/adapters/pulse_player.py" />
            <source>Install libpulse0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_packages.py" />
            <source>Install pip, or {otherwise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>It alone takes what calmline call says; close it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/key_settings.py" />
            <source>It can be: {acts}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notice_bar.py" />
            <source>It has been quiet for a while. Is the call over?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>It has to be {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>It is cut off or damaged: copy or export it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>It is muted. Unmute it at the headset or in the system's sound settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>It knows: {verbs}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/scorecard_panel.py" />
            <source>Items of the scorecard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>Its side is called left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>Jabber answers with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>Jabber hangs up with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>Judged wrongly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <source>Judged wrongly?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Keep without text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Keeping</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Keeps the rest: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Keeps {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_table.py" />
            <source>Kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Kept: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Key in the keyring or by a passphrase, else no calls are kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Key in the keyring, else by a passphrase, else in a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/supervisor_window.py" />
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Keys of this window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Keys work everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Last 13 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Last 26 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Last 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Last 365 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Last 4 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Last 52 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Last 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Last 90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>Last quarter, {start} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>Late: {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>Leave out numbers, names and addresses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>Legal hold: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/kept_table.py" />
            <source>Length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Length, at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Length, at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Let words stay for fewer days, or figures for more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Let your softphone play something, such as its test call: its words appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/room_left.py" />
            <source>Letters that still fit: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/room_left.py" />
            <source>Letters too many: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_meter.py" />
            <source>Level of {device}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Light, dark, or with the strongest contrast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>Like moments in which it was not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/timeline_view.py" />
            <source>Line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Listen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Listen to a call from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Listen to calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Listened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/live.py" />
            <source>Listening again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Listening for the tone …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Listening …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>Listening, mood off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/assistant.py" />
            <source>Listening.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>Loading the speech model {model}. Calls that begin before it is there use the one from before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/system_keyring.py" />
            <source>Log in at the desk itself, or set a passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Longest silence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Look again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/meter_watch.py" />
            <source>Look again, or restart Calmline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Look at the calls that were kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Look for words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>Look whether it is still there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Looking for devices …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/kept_bench.py" />
            <source>Lost their words: {words}. Gone altogether: {whole}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Make room and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/output_files.py" />
            <source>Make room on it, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>Mark reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Mark this moment in the record, to find it later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>Mark unreviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_paper.py" />
            <source>Marked by the agent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/timeline_view.py" />
            <source>Marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Mood and prompts again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Mood and prompts are off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Mood not followed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>Mood not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>More filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>More...</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/ui/filter_bar.py" />
            <source>More: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Move freely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Move it away by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/timeline_view.py" />
            <source>Moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Music</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Music: mood paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Mute me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/device_list.py" />
            <source>Muted in the system's sound settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>My company has decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/ui/answer_choice.py" />
            <source>N/A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>NVDA starts with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/screenshots.py" />
            <source>Name a file in a folder that exists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/catalogue.py" />
            <source>Name another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Name of the filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>Name one of them only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Name one of them: {name}.NAME.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>Name one speaker, --agent left or --caller left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording_folder.py" />
            <source>Name the folder that the recordings lie in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>Name the speaker with --caller left or --agent left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/moods.py" />
            <source>Nearly hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>Never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Never by themselves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Never kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Never turned hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Next lesson</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>No call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>No call can be kept: there is no keyring here for the key of the calls, and no passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>No call is like that.
Take away a word or a filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>No call is listened to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>No call is running and no window is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>No call is running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_trends.py" />
            <source>No call is stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>No call waits for the caller to be told.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>No calls in these weeks.
Once calls have ended you see here, week by week, how many heated up, how many of those calmed down again and how fast, what was promised, and what agents did.
Practice is not counted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>No calls yet.
A call appears here when it has ended.
To see one now, play the demo call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>No day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>No difference to be seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/timeline_view.py" />
            <source>No events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/key_edit.py" />
            <source>No key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>No microphone is open yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>No movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_view.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <source>No prompt now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>No prompts but those of safety</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>No score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_meter.py" />
            <source>No sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>No sound came</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>No sound comes from your microphone. Look for a mute switch, or go back and choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse.py" />
            <source>No sound server answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>No tickets, and insults</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>No voice has been heard yet. Say the sentence; if you did, come closer to the microphone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/why.py" />
            <source>No words stand out here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>No: nobody was heard saying that the call is written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>Nobody called back. Say what happened, then promise what you keep.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>None heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>None needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>None noted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>None: no silence was longer than 3 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Not before the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Not heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/keeping_words.py" />
            <source>Not kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Not kept unless you press Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Not kept unless you press Keep.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Not kept yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_bar.py" />
            <source>Not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>Not listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>Not listening yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>Not listening. Nothing is heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_meter.py" />
            <source>Not open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>Not ready yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>Not said yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/saver.py" />
            <source>Not saved yet: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Not scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Not stored yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/device_list.py" />
            <source>Not there now: plug it in, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Not there; what to do stands below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Not tried yet. Go back to “Say something” to try it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/coaching_dialog.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Note that you needed help here; nobody is called.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Nothing brings deleted calls back. Press again to delete: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Nothing can be played in an application. Let your softphone ring or play: its bar must move.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_player.py" />
            <source>Nothing can be played on {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Nothing can be played to an input. Let somebody speak on the line: its bar must move.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>Nothing changes until the proposal is accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Nothing comes from it yet. Say something. If its bar stays still, look for a mute switch on the headset, allow Calmline to use the microphone in the system's privacy settings, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/line.py" />
            <source>Nothing comes from {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watches.py" />
            <source>Nothing is heard from the caller. Check that the softphone plays on the device that Calmline hears; calmline doctor tries it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Nothing is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/curve_view.py" />
            <source>Nothing is known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/coaching_dialog.py" />
            <source>Nothing is open. A coaching note that you write at a call is listed here until it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Nothing is played there yet. Press “Play a voice”, or let your softphone play something.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Nothing of a call is kept: no words, no figures, no sound.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Nothing of practice stays on this computer unless you press Keep on the card after it; its sound never.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Nothing of this call is kept: no words, no figures, no sound.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Nothing of your microphone is heard or kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/catalogue.py" />
            <source>Nothing was begun. Choose a template that fits all names, or take those away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <location filename="../../app/runtime/told.py" />
            <source>Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>Nothing was said then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/call_paper.py" />
            <source>Nothing was said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>OK</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/kept.py" />
            <source>Of these from recordings: {number}. calmline analyze brings them back while those lie in their folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setting_controls.py" />
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Offer to end a call after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Offer to start a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Offered to call back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Older copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setting_controls.py" />
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>On a scorecard: pass, fail, not applicable, and on to the next item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>On a scorecard: the answer rests on the chosen line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>On hold: mood paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>On legal hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>On legal hold, so they stay: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>On legal hold: nothing of it is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/kept_bench.py" />
            <source>On legal hold: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_form.py" />
            <source>On the keys: 1 pass, 2 fail, 3 not applicable, R for the chosen line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/note_dialog.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <location filename="../../app/ui/supervisor_window.py" />
            <source>On the keys: {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>Once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>Once &amp;more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Once a call has ended its figures stay on this computer. Words and sound are not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>Once a call has ended its words and figures stay on this computer. Sound is never kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>One side has to agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Only a faint sound comes from it. Speak as on a call; come closer, or turn it up, if the bar hardly moves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>Only installed models can be removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/why.py" />
            <source>Only the caller's mood is followed, not the agent's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Only the lines of your centre's policy that can be read are in force: please tell them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Only while the caller is hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <location filename="../../app/ui/score_buttons.py" />
            <source>Open again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_store.py" />
            <source>Open another call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>Open it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>Open it again: that begins a new draft.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Open question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>Open the call again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Open the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Open the set-up by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Opening …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_system.py" />
            <source>Other programs hold these keys, which work in Calmline's own window alone: {keys}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Others do not see Calmline when you share or record your screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>Outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_paper.py" />
            <source>Page {page} of {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/panel_page.py" />
            <source>Panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <location filename="../../app/ui/answer_choice.py" />
            <source>Pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Passed the blame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/passphrase_dialog.py" />
            <source>Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Paused: nothing is heard or kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/ui/call_table.py" />
            <source>Peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/dock_menu.py" />
            <source>Place of the panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Play a sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Play a voice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Play the demo call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Playbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Plays a recorded voice where the caller is heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/settings_dialog.py" />
            <source>Please have a look at this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Please say: “{phrase}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plot.py" />
            <source>Plot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_capture.py" />
            <source>Plug it in again, or choose another device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio.py" />
            <location filename="../../app/adapters/wasapi.py" />
            <source>Plug it in again, or choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/setup_bench.py" />
            <source>Plug it in, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_library.py" />
            <source>PortAudio is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/practice_dialog.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>Practice ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/summary_view.py" />
            <source>Practice ended after {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Practice is not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>Practice: no real caller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Practise this call once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/key_edit.py" />
            <source>Press the new key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/key_edit.py" />
            <source>Press the new key. Backspace takes the key away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Press “Play a sound”: a short quiet tone must come back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Press “Play a voice”: its words appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Processor cores for speech</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Promise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Promised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Promises in a call (mean)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_table.py" />
            <source>Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Prompt, {stage}: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/call_paper.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <source>Prompts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>Prompts are off, as you asked; those for safety still come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>Prompts need each side on a channel of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>Prompts wait until the caller is there again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>Prompts wait until the words have caught up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_store.py" />
            <source>Proposal {number} is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>Propose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <source>Proposed: “{phrase}”. To decide on it: calmline lexicon list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse.py" />
            <location filename="../../app/adapters/pulse_player.py" />
            <source>PulseAudio's library is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Put on legal hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Put this call away and be ready for the next one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>Quit Calmline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Random sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Read back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>Read the caller, answer aloud as you would on the phone, and go on. Nothing is heard or kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Read the prompt aloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Reading what is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>Ready for the next call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Reassured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/analysis.py" />
            <source>Recordings are being analysed already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_records.py" />
            <location filename="../../app/adapters/score_store.py" />
            <location filename="../../app/runtime/exporting.py" />
            <source>Refresh the list of calls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Refused with a way out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/heat/minilm.py" />
            <location filename="../../app/adapters/heat/weights.py" />
            <location filename="../../app/adapters/lessons.py" />
            <location filename="../../app/adapters/lexicon_files.py" />
            <location filename="../../app/adapters/masking_tagger.py" />
            <location filename="../../app/adapters/models.py" />
            <location filename="../../app/adapters/silero.py" />
            <location filename="../../app/adapters/talk/heads.py" />
            <source>Reinstall Calmline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>Release it first, or add a note.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/kept_bench.py" />
            <source>Released from legal hold: {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Remark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>Remove it, or set XDG_RUNTIME_DIR to your own folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_copies.py" />
            <source>Remove that file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>Replace them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/packed.py" />
            <source>Replay it instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Required protection of stored calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Resolve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/after_card.py" />
            <source>Resolved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <location filename="../../app/adapters/whisper/transcriber.py" />
            <location filename="../../app/kept_bench.py" />
            <location filename="../../app/runtime/calls.py" />
            <location filename="../../app/runtime/keeper.py" />
            <location filename="../../app/runtime/live.py" />
            <location filename="../../app/runtime/warm.py" />
            <location filename="../../app/ui/saver.py" />
            <source>Restart Calmline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/tone_trial.py" />
            <source>Restart the sound server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Rests on no line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Rests on the chosen line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_item.py" />
            <source>Rests on {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>Rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>Rules of the playbook</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/ui/trends_page.py" />
            <source>Rules with fewer than 5 moments are left out: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_player.py" />
            <source>Run calmline devices to see what does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_player.py" />
            <location filename="../../app/adapters/pulse.py" />
            <source>Run calmline devices to see what is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio.py" />
            <location filename="../../app/adapters/wasapi.py" />
            <source>Run calmline devices to see what is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/sound.py" />
            <location filename="../../app/compose/sound.py" />
            <source>Run calmline devices to see what there is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>Run calmline, or start a call with calmline listen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <source>Safety</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <location filename="../../app/ui/scorecard_panel.py" />
            <source>Save again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_switch.py" />
            <source>Save as practice call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/dialogue_files.py" />
            <source>Save it as UTF-8.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Save the note that is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Save these filters...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/scorecard_panel.py" />
            <source>Saved as a draft.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Saved without the words that were said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Saves itself in {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_saver.py" />
            <location filename="../../app/ui/saver.py" />
            <source>Saving …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>Say how the caller is, or ask for a prompt below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_trends.py" />
            <source>Say more --weeks, or another --agent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Say something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>Say that the call is written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <location filename="../../app/ui/supervisor_window.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>Score another call blind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_start.py" />
            <source>Score blind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>Score the call blind first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Score the open call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_start.py" />
            <source>Score this call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/score_start.py" />
            <source>Scorecard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Scored blind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Scored blind; no score is agreed on yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Scored or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_start.py" />
            <source>Scores are for the agent and for coaching. Nobody is ranked by them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_list.py" />
            <source>Scores of this call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>Second quarter, {start} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>See calmline models list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>See how a call looks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/settings_dialog.py" />
            <source>See what is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>See what is kept and until when, hold it or delete it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/disks.py" />
            <source>Set CALMLINE_HOME to a folder on this computer's own disk, or calmline settings set keep nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>Set XDG_RUNTIME_DIR to a folder with a short path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Set a passphrase instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Set a passphrase: calmline key passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_place.py" />
            <location filename="../../app/ui/setting_field.py" />
            <source>Set by your centre</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Set by your centre.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_dialog.py" />
            <source>Set up Calmline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/settings_dialog.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Set up step by step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/settings_dialog.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/technique_plot.py" />
            <source>Share of calls in which an agent did this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Share of calls that heated up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Share of those that calmed down again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/cocoa_capture.py" />
            <location filename="../../app/adapters/win32_capture.py" />
            <source>Share single windows, not the whole screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/hand_panel.py" />
            <source>Show me a prompt to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Show or hide the curve.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Show or hide what both sides said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Show the caller's state and the prompt alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plots.py" />
            <source>Show the calls of this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>Show the panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>Show what was &amp;said then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Show what your company has you say now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>Shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Small</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Somebody speaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>Someone else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Someone else is on the line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <location filename="../../app/ui/status_strip.py" />
            <source>Someone else: mood paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Something extra</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/analysis.py" />
            <source>Something went wrong ({kind}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/level_meter.py" />
            <source>Sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Sound and logs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Sound comes from it. If it is the caller's, go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>Sound comes from it. If the bar moves with your voice, go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Sound comes, and no voice yet. Press “Play a voice”, or let your softphone play something.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Sound is never kept. Card and account numbers are left out of what is shown and kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notice_bar.py" />
            <source>Sounds like a call. Start?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/transcript_model.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <source>Speaker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Speech model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_table.py" />
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Stands in the record of your calls. May be left empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse.py" />
            <source>Start PipeWire or PulseAudio.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Start a call of which nothing is heard: you say how the caller is, and ask for prompts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>Start one with calmline call start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Start to end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Start without listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>Starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>Stay calm, draw the line once, offer the fix.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Stay on top of other windows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <source>Stayed calm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <source>Stayed hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Stays on this computer when a call has ended. Sound is never kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Step reached, at least</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/ui/setup_dialog.py" />
            <source>Step {number} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/stage_ladder.py" />
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Still being fetched; a call can begin as soon as it is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Still loading; a call can begin as soon as it is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/after_card.py" />
            <source>Still open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Stop mood and prompts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_table.py" />
            <location filename="../../app/ui/passphrase_dialog.py" />
            <source>Stored calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Stuck</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Summed up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_dialog.py" />
            <source>Take away what is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_switch.py" />
            <source>Take out of practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_list.py" />
            <source>Take the flag away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/key_edit.py" />
            <source>Take the key away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Take the notice off the screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Take the prompt off the screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>Teams answers with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>Teams declines with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>Teams hangs up with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>Teams mutes with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>Techniques</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Tell every caller that the call is written down, and ask whether they mind. Many countries require it; Calmline does not do it for you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ask_view.py" />
            <source>Tell the caller first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/moods.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Tense</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Text and figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Thanks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>That did not work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>That is more than {longest} words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/store_key.py" />
            <source>That is no key of a call store.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>That is no message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>That key does not open {store}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>That line is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>That line of your centre's policy is left out: please tell them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>That message says nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>That was the call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_sheet.py" />
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/reply_box.py" />
            <source>The agent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/timeline.py" />
            <source>The agent marked abuse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/timeline.py" />
            <source>The agent marked this moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/timeline.py" />
            <source>The agent needed help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>The angriest moment of the open call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/summary_view.py" />
            <source>The call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>The call before it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>The call cannot be told anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>The call cannot be told anything: {home} cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/live.py" />
            <source>The call could not be heard any further.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>The call could not do that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>The call could not go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>The call does not know you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The call goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/export.py" />
            <source>The call is in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/score_store.py" />
            <source>The call is not in the store any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The call is over: stop listening to it. This does not hang up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/keeper.py" />
            <source>The call is stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/review_store.py" />
            <location filename="../../app/adapters/score_store.py" />
            <source>The call itself can still be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/kept_bench.py" />
            <location filename="../../app/runtime/keeper.py" />
            <location filename="../../app/ui/saver.py" />
            <source>The call store failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} cannot be opened: a later Calmline made it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} cannot be opened: its table {table} is not Calmline's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} cannot be {doing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} cannot be {doing}: a part of it is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} cannot be {doing}: it is damaged, or encrypted under another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} cannot be {doing}: something else is using it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>The call store {file} is in use, so traces of what was deleted may lie beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The call store {store} cannot be opened: it needs its passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The call store {store} cannot be opened: its key in {file} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The call store {store} cannot be opened: its key is not in the system's keyring.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The call store {store} cannot be opened: that is not its passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The call store {store} cannot be opened: the key that was found is another one's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The call store {store} cannot be opened: {file} is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_store.py" />
            <source>The call {call_id!r} is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping.py" />
            <source>The call {call_id} is on legal hold and stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/keeper.py" />
            <source>The call {call_id} is on legal hold and stays as it is; the new one is stored as {fresh}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/calls.py" />
            <source>The call {call_id} is still being stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/journal.py" />
            <source>The call's journal cannot be written: {parent}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The caller does not want to be written down: drop what was heard, and go on without listening.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>The caller is back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watchdog.py" />
            <source>The caller is heard again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The caller is on hold: their mood is not followed until they are back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>The caller waits until you finish. A headset is best.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/curve_view.py" />
            <source>The caller's anger over the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_bar.py" />
            <source>The caller's level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The caller's mood is followed again, and prompts come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The caller's mood is followed again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watches.py" />
            <source>The caller's sound is too loud, and cut off: turn down the softphone's volume.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>The caller's voice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/echo.py" />
            <source>The caller's voice reaches your microphone: use a headset, or turn the speaker down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/clarity.py" />
            <source>The caller's words are clear again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/clarity.py" />
            <source>The caller's words are too unclear to be judged: another language than English, or a bad line. Go by what you hear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings_form.py" />
            <source>The chosen device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/setup_bench.py" />
            <source>The chosen device is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>The chosen {side} does not play yet; it is heard once it does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>The chosen {side} is not there; {name} is heard instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>The chosen {side}, {name}, is on another socket and heard there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>The chosen {side}, {name}, is on another socket and heard there; to keep that: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings_form.py" />
            <location filename="../../app/ui/device_list.py" />
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>The computer's default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_copies.py" />
            <source>The copy {copy} of the call store cannot be cleaned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_player.py" />
            <source>The default output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/wasapi.py" />
            <source>The device does not open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/meter_watch.py" />
            <source>The devices cannot be measured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>The difference, and where the true one lies 95 times in 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/x11_keys.py" />
            <source>The display gives no keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watchdog.py" />
            <source>The echo is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/models.py" />
            <source>The embedded speech model is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_bench.py" />
            <source>The export failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>The figures of this call and what you type after it stay on this computer. Nothing is heard, so there are no words and no sound.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>The figures of this call stay on this computer. Its words and its sound are not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/calls.py" />
            <source>The file danger.npz is missing or damaged, so no danger is heard and no safety card comes up. Reinstall Calmline to bring it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/calls.py" />
            <source>The file moves.npz is missing or damaged, so what you say is read less well, from phrases alone. Reinstall Calmline to bring it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/export/place.py" />
            <source>The folder {folder} cannot be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/models.py" />
            <source>The folder {name} is no speech model: {lacking} is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>The highest point of the caller's anger. Nearly hot: one line alone makes nobody hot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_look.py" />
            <source>The key for “{act}” stays as it was: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>The key of an action, such as Ctrl+Alt+Shift+P; an empty text means no key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The key of the call store {store} cannot be kept, so the store cannot be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/live.py" />
            <source>The last words could not be written down in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/lessons.py" />
            <source>The lesson {name} is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/lexicon_files.py" />
            <source>The lexicon {name} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>The list as CSV …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>The list as a workbook (XLSX) …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/day_field.py" />
            <source>The month before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>The next call of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/day_field.py" />
            <source>The next month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>The next tab beside the words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>The note is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>The open call is reviewed, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_packages.py" />
            <source>The package {package} could not be fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>The panel is in sight beside whatever you work in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The panel stands at the left edge of its screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The panel stands at the right edge of its screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The panel stays wherever you put it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>The parcel will be at your door on Friday morning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/screenshots.py" />
            <source>The picture {path} cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/folders.py" />
            <source>The playbook {path} and others extend one another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/folders.py" />
            <source>The playbook {path} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/faults.py" />
            <source>The playbook {path} is not valid TOML: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/faults.py" />
            <source>The playbook {path}, line {line}: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>The prompt on the screen was of use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>The prompts and checklists of your calls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>The recording has one channel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/packed.py" />
            <source>The recording was not written down as a whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>The running call does not answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/told.py" />
            <source>The running call is listened to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/told.py" />
            <source>The running call is not {named}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/cocoa_capture.py" />
            <source>The runtime of Objective-C is a part of macOS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/scorecard.py" />
            <source>The scorecard {file}, line {line}, {place}: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/scorecard.py" />
            <source>The scorecard {file}, {place}: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/scorecard.py" />
            <source>The scorecard {name!r} was changed, and its version is still {version}: calls were scored by that already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/heat/minilm.py" />
            <source>The sentence model cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/heat/minilm.py" />
            <source>The sentence model is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/calls.py" />
            <source>The sentence model is missing or damaged, so anger is judged less well, from words and phrases alone, no danger is heard and no safety card comes up. Reinstall Calmline to bring it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/first_run.py" />
            <source>The set-up can be opened when the call is over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/first_run.py" />
            <source>The set-up has made room for the call. You find it in Settings, at “Set up step by step”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/speaker.py" />
            <source>The sound could not be played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_library.py" />
            <source>The sound devices cannot be listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watchdog.py" />
            <source>The sound is no longer cut off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse.py" />
            <source>The sound server does not know {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_player.py" />
            <source>The sound server does not play on {sink}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_player.py" />
            <source>The sound server plays nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_player.py" />
            <source>The sound server stopped playing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/whisper/packed.py" />
            <location filename="../../app/adapters/whisper/transcriber.py" />
            <location filename="../../app/runtime/live.py" />
            <source>The speech engine failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/first_run.py" />
            <source>The speech model could not be fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/model_line.py" />
            <source>The speech model is being fetched. You can go on meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/model_line.py" />
            <source>The speech model is being fetched: {done} of {total} MB. You can go on meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/model_line.py" />
            <source>The speech model is being loaded. You can go on meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/model_line.py" />
            <source>The speech model is ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_parts.py" />
            <source>The speech model {model} is not in use; calls go on with the one from before. {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_packages.py" />
            <source>The speech model {name!r} arrived damaged and was not installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/whisper/packed.py" />
            <location filename="../../app/adapters/whisper/transcriber.py" />
            <source>The speech model {name!r} cannot be loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_hub.py" />
            <source>The speech model {name!r} could not be fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <location filename="../../app/adapters/models.py" />
            <source>The speech model {name!r} is not installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>The store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/system_keyring.py" />
            <source>The system's keyring cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/system_keyring.py" />
            <source>The system's keyring does not answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>The system's keyring keeps nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/export.py" />
            <source>The table is in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_store.py" />
            <source>The team's lexicon is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/calls.py" />
            <source>The team's lexicon is not in use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/voice_trial.py" />
            <source>The test could not go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>The third call about a bike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>The tone came back late: prompts would be late too. Close what keeps the computer busy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>The tone came back, and your microphone heard it too. Use a headset, or the caller's words may count as yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>The tone came back: what is played there is heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/tone_trial.py" />
            <source>The tone could not be played in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/tone_trial.py" />
            <source>The tone could not be played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/setup_bench.py" />
            <source>The tone could not be tried.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>The tone did not come back. Turn the sound up, or choose the device that your softphone plays on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watchdog.py" />
            <source>The two channels differ again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/silero.py" />
            <source>The voice activity model cannot be loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/setup_bench.py" />
            <source>The voice could not be played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>The voice was played and nothing of it came back. Go back and choose where you hear your caller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>The weights in {folder} are damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/heat/weights.py" />
            <source>The weights of the scorer cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>The whole team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>The whole team. There are no figures that put one person beside another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_application.py" />
            <source>The windows cannot open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_application.py" />
            <source>The windows cannot open: Qt lacks a system library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>The words and figures of this call stay on this computer. Its sound is never kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>The words as they were said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/masking_tagger.py" />
            <source>The words of the sentence model cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>The words of this call are not kept, and comments go with them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>The words of this call are not kept, its figures are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Their words are written down and count for no mood until the caller is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_trends.py" />
            <source>There are no such calls in these weeks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>There are no words to add.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/catalogue.py" />
            <source>There is no WAV or FLAC recording in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/key_settings.py" />
            <source>There is no action {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/exporting.py" />
            <source>There is no call to export.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_records.py" />
            <source>There is no call {call_id!r} in the store.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>There is no device to hear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/sound.py" />
            <location filename="../../app/compose/sound.py" />
            <source>There is no device {device_id}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <source>There is no device. Connect a headset; it appears here by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>There is no file {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>There is no folder for the call's socket.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <location filename="../../app/adapters/recording_folder.py" />
            <source>There is no folder {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_look.py" />
            <source>There is no key for {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/system_keyring.py" />
            <source>There is no keyring here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/practice.py" />
            <source>There is no lesson {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/practice_calls.py" />
            <source>There is no microphone to answer with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/folders.py" />
            <source>There is no playbook named {name!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_store.py" />
            <source>There is no proposal {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/scorecard_files.py" />
            <source>There is no scorecard named {name!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_start.py" />
            <source>There is no scorecard that can be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/judging.py" />
            <source>There is no scorer named {name!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>There is no setting {name!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/models.py" />
            <source>There is no speech model named {name!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>There is no {kind} device: that side of the call is silent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/device_list.py" />
            <source>There is none now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>There is nothing in this note.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/setup_bench.py" />
            <source>There is nothing that plays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>There is nothing to reply to yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>There is too little space for {name}: {needed} are needed in {folder}, {free} are free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>These keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/why.py" />
            <source>These words were too unsure, or not the caller's: they do not count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>They are angrier than that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>They are left out of all weeks together as well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>They are no sign of anger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>They know it is written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>Third quarter, {start} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_packages.py" />
            <source>This Python has no pip to fetch packages with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/device_list.py" />
            <source>This application alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>This call as JSON …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>This call as PDF …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>This call as subtitles (SRT) …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/export_bar.py" />
            <source>This call as text …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/read_practice.py" />
            <source>This call cannot be practised: no words of it are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/read_practice.py" />
            <source>This call cannot be practised: no words of its caller are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>This call does not know that verb.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>This call has an agreed score already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>This call is on legal hold, so its notes stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_dialog.py" />
            <source>This could not be kept. {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_store.py" />
            <source>This desk has version {newest} already, which is as new as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>This is a real try with the speech model. Nothing of it is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/told.py" />
            <source>This is for one without: calmline call start-without-listening.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>This is set, and this has been tried.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>This note is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>This note is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>This note was changed in another window meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>This score is done and stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/score_store.py" />
            <source>This score is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/scoring.py" />
            <source>This text is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>This works: the caller's words were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>This works: your words were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>Three short calls, each harder than the one before. Prompts come as in a real call. Nothing is kept unless you press Keep.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Tick that the caller knows that the call is written down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>Time into the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Time to calm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Time until they were calm again (median)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/prompt_card.py" />
            <source>To do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>Too little to tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Took it on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/transcript_view.py" />
            <source>Transcript</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/after_card.py" />
            <source>Transferred</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>Trends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_trends.py" />
            <source>Trends cannot be written as {format}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Tried: no sound came.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Tried: no voice was heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Tried: no words were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_dialog.py" />
            <source>Try a &amp;practice call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/first_run.py" />
            <location filename="../../app/setup_bench.py" />
            <source>Try again, or restart Calmline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_hub.py" />
            <location filename="../../app/adapters/model_packages.py" />
            <source>Try again, or {otherwise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/export_bench.py" />
            <source>Try another format or folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/analysis.py" />
            <source>Try it alone: calmline replay FILE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/whisper/packed.py" />
            <source>Try the recording again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/purging.py" />
            <source>Try: calmline calls purge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Turned hot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>Twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notes_panel.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/system_keyring.py" />
            <source>Unlock it, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>Unlock the keyring, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Unmute me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Until that is put right, no setting of your own is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Until that is put right, {default} is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/last_good.py" />
            <source>Until then the playbook {title} is used instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/last_good.py" />
            <source>Until then version {version} of {date} stays in use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Until your centre puts that right, it is locked at {default}: please tell them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>Until {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Up to this day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>Update Calmline, or move the file away: then a new store is made, and the old one keeps its calls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_application.py" />
            <source>Use --headless.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>Use calmline call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/playbooks/folders.py" />
            <source>Use one of: {known}; or the path of a .toml file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/judging.py" />
            <source>Use one of: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/call_pipe.py" />
            <source>Use up to {most_id} letters, digits and signs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/models.py" />
            <source>Use {built_in}, a model folder, or one that calmline models list names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/file_names.py" />
            <source>Use {known}, with something between two of them: --names {{agent}}_{{date}}_{{id}}.wav</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Used it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/curve_view.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/paper_curve.py" />
            <location filename="../../app/ui/prompt_card.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <location filename="../../app/ui/reading_dialog.py" />
            <location filename="../../app/ui/stage_ladder.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Validate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_meter.py" />
            <source>Very quiet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/timeline_view.py" />
            <source>Voices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/database.py" />
            <source>Wait a moment, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/analysis.py" />
            <source>Wait until that has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>Wait until the score is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <location filename="../../app/core/timeline.py" />
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/technique_plot.py" />
            <source>Warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Warnings, at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/window_system.py" />
            <source>Wayland does not let a window choose its place: move the panel yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/window_system.py" />
            <source>Wayland does not let a window stay on top by itself: use your desktop's own “Always on top” in the title bar's menu.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plots.py" />
            <source>Week of {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <location filename="../../app/ui/week_plots.py" />
            <source>Weeks</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/trend_words.py" />
            <source>Weeks with fewer than {few} calls are gaps: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/warm.py" />
            <source>What a call needs could not be loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>What both sides say is written down on this computer. Nothing leaves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>What followed each rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>What followed each rule of the playbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/kept_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/setup_last_pages.py" />
            <location filename="../../app/ui/supervisor_window.py" />
            <location filename="../../app/ui/tray.py" />
            <source>What is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>What is kept of a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/purging.py" />
            <source>What is old could not be deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <source>What is the agent to be coached on? It is kept as long as the figures of the call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/note_dialog.py" />
            <source>What is to be seen here? A comment is kept as long as the words of the call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>What it does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/calls.py" />
            <source>What masking has learned (tagger.npz, and the sentence model it belongs to) is missing or damaged, so numbers are masked less well, by rules alone. Reinstall Calmline to bring it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <source>What moved the curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/wasapi.py" />
            <source>What plays here cannot be listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>What plays the caller's voice: your softphone or your headset.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/talk/heads.py" />
            <source>What reads moves and danger cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>What the agent did</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/wasapi.py" />
            <source>What the computer plays cannot be captured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>What the law requires</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>What the scorecard came to. ! is disputed by the agent, = is agreed on by several reviewers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>What the windows are written in, from the next start on. Playbooks have a language of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>What they did</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>What they wanted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_page.py" />
            <location filename="../../app/ui/call_paper.py" />
            <source>What was said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>What you promised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reply_box.py" />
            <source>What you see otherwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <location filename="../../app/ui/filter_bar.py" />
            <location filename="../../app/ui/kept_table.py" />
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>When their day is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/ready_view.py" />
            <source>When you pick up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Whenever a prompt can help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Where the panel stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Where this is off nothing is heard: you say by hand how the caller is, and ask for prompts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Where you put it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Where your own voice is heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Whether prompts fade in and out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>Which words were judged wrongly?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Who has to agree. Everybody: much of the EU, California, Florida, Washington and others; then Calmline listens only once callers were told. One side: New York, Texas and most of the USA. This is no legal advice; your centre decides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <location filename="../../app/ui/quarters_view.py" />
            <source>Who spoke</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/timeline_view.py" />
            <source>Who spoke when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Whole calls go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>Whose calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/win32_capture.py" />
            <source>Windows does not hide Calmline from screen sharing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/win32_keys.py" />
            <source>Windows gives no keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>With coaching notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>With comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>With notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>With s&amp;ound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_table.py" />
            <source>With words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Without a date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/rule_table.py" />
            <source>Without it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>Without it the score comes to {share}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: show a prompt to ask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: show a prompt to listen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: show a prompt to resolve.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: show a prompt to validate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: the caller is angry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: the caller is calm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: the caller is getting angrier.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Without listening: the caller is getting calmer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Without notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Words appear once the speech model is ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_dialog.py" />
            <source>Words are kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>Words are still written down; the caller's mood is not followed, and only safety prompts come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Words cannot stay for longer than the figures of their call: {text} days and {figures}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/assistant.py" />
            <source>Words come late; prompts wait until they have caught up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>Words go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Words stay: number of days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/wrong_dialog.py" />
            <source>Words that were judged wrongly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Words that were said, or written in notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_bar.py" />
            <source>Words: refund
In a row: “third time”
By one side: caller:refund agent:sorry
Not said: -sorry
In comments and coaching notes alone: note:praise
Forms of a word count as well: refunds, refunded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Words: {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Works: words were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Write a coaching note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/review_keys.py" />
            <source>Write a comment at the chosen moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <source>Write something, or press Cancel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/scorecard.py" />
            <source>Write version = {next} in its file, so that those scores keep the card they were given by.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>Write what you see otherwise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>Write your name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/review_notes.py" />
            <location filename="../../app/core/scoring.py" />
            <source>Write {longest} letters at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>Writes down what is said. A larger one makes fewer mistakes and needs a faster computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/actions.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <location filename="../../app/ui/filter_dialog.py" />
            <location filename="../../app/ui/key_rows.py" />
            <location filename="../../app/ui/tray.py" />
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Yes, and the caller said no: no words are kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Yes: announced before the call that it is written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Yes: said at {time} that the call is written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>Yes: ticked by the agent at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_view.py" />
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <location filename="../../app/ui/dock_menu.py" />
            <source>You are heard again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>You are muted: not heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/practice.py" />
            <source>You cannot hear this call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/first_run.py" />
            <source>You find the set-up in Settings, at “Set up step by step”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>You find this in Settings too: “Set up step by step”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>You have seen how the others scored this call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>You have the first word: greet the caller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/lesson_card.py" />
            <source>You read the caller and answer aloud; nothing is heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>Your centre's policy is not in force, and nothing is locked: please tell them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/window_system.py" />
            <source>Your desktop does not let programs have keys everywhere. Bind commands in its keyboard settings instead: calmline call start, end, hold, pause, resume, moment, help, used or dismiss.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_trial_page.py" />
            <source>Your microphone hears the caller's voice too, so those words do not count here. Use a headset, or turn the sound down; then say the sentence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/watches.py" />
            <source>Your microphone is too loud, and its sound is cut off: turn its level down, or move it from your mouth.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <location filename="../../app/ui/score_start.py" />
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/after_card.py" />
            <source>Your own note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/echo.py" />
            <source>Your own voice is on the caller's channel: turn off the headset's sidetone, or choose the softphone alone as the caller's device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/passphrase_dialog.py" />
            <source>Your stored calls are closed by a passphrase. Without it no call can be stored or shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/window_system.py" />
            <source>Your system does not let a window hide itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_device_page.py" />
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>Your voice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/call_paper.py" />
            <source>[card] and the like stand for what is masked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>a small number: read it with care</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>agent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>agent cut in {often}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>both at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>both voices on one channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>caller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>caller cut in {often}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>calm again after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_store.py" />
            <source>calmline lexicon list shows the open ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>calmline lexicon list shows what is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>change of the level, -1 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_hub.py" />
            <location filename="../../app/adapters/model_packages.py" />
            <source>copy the model's folder from another computer and run: calmline models install FOLDER</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plots.py" />
            <source>d MMM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/day_field.py" />
            <location filename="../../app/ui/kept_words.py" />
            <source>d MMM yyyy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/words.py" />
            <source>d MMM yyyy, HH:mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>d MMM, HH:mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>dead air {length}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>device for the caller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <source>does not count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/technique_plot.py" />
            <source>fewer than 5 calls, not shown</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/trend_words.py" />
            <source>fewer than {count} calls in every week</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/trend_words.py" />
            <source>fewer than {count} calls, not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/keeping_words.py" />
            <source>figures alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>figures and what you type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>from {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>getting ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>heated up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>in a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>in a call, nothing is heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>keeping up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/cocoa_capture.py" />
            <source>macOS does not hide Calmline from screen sharing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>model {name}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/call_words.py" />
            <location filename="../../app/core/setting_list.py" />
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>no caller words yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>not listening before the caller was told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>not ready</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/trend_words.py" />
            <source>not shown: with the other figures it would tell of fewer than {count} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>nothing is written down or kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>of those calmed down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>on hold</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/call_words.py" />
            <source>once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>only that day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>paused, nothing is heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/lines.py" />
            <source>playback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>playbook {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>promises in a call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>prompts: {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>reference {reference}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/setting_list.py" />
            <source>s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>scorer {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>share, 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>silence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>tap how they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/tray.py" />
            <source>the call has ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_toml.py" />
            <source>the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>the system closes windows with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>the system takes it</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/call_words.py" />
            <source>twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/transcript_view.py" />
            <source>unsure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>when last known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>without listening: no words were heard, the agent said how the caller was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <source>words and figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/keeping_words.py" />
            <source>words and figures, no sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_list.py" />
            <location filename="../../app/core/call_sheet.py" />
            <location filename="../../app/ui/prompt_table.py" />
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/practice_dialog.py" />
            <source>your microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/action_bar.py" />
            <source>{about} ({key})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/key_rows.py" />
            <source>{act} / {opposite}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{after}; some are due now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{after}; the next on {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{agent} disputes it:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{agent} has acknowledged it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>{agent} with a caller, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>{agent} with {caller}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <location filename="../../app/ui/trends_page.py" />
            <source>{agent}: for this agent's own eyes and for coaching.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/answer_choice.py" />
            <source>{answer}: {figure} or {letter} on the keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/note_sheet.py" />
            <location filename="../../app/ui/notes_panel.py" />
            <source>{author}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>{caller}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{calls} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{calls} calls, and {unscored} that were not scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/trends_page.py" />
            <source>{calls}. Practice is not counted.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/ui/timeline_view.py" />
            <source>{count} events; the arrow keys go from one to the next.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>{count} failed</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>{count} have scored this call blind. Others see their answers once a score is agreed on.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>{count} not applicable</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>{count} open</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/score_words.py" />
            <source>{count} passed</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/core/call_words.py" />
            <source>{count} times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{days} days after the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/setup_last_pages.py" />
            <source>{default}: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio.py" />
            <location filename="../../app/adapters/wasapi.py" />
            <source>{device_id} is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_player.py" />
            <source>{device_id} plays nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{done} of {begun} blind scores are done. They are shown once two or more are done and none is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{figure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{figure} !</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{figure} (few calls)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{figure} =</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_head.py" />
            <source>{figure} so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_copies.py" />
            <source>{file} cannot be moved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/journal.py" />
            <source>{file} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>{file} had errors and is written anew; as it was it is kept beside it as {aside}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>{file} has errors and cannot be kept aside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/journal.py" />
            <source>{file} is damaged, and no line of it can be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_hub.py" />
            <source>{file} of {model!r} arrived damaged and was not installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/catalogue.py" />
            <source>{first} and {second} would both be call {call_id}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/catalogue.py" />
            <source>{first} does not fit --names {template}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>{first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/message.py" />
            <location filename="../../app/core/score_words.py" />
            <source>{first} {then}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording_folder.py" />
            <source>{folder} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pipe_place.py" />
            <source>{folder} is not this user's folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/disks.py" />
            <source>{folder} is on a network share: calls would leave this computer, and the store could be damaged there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>{found} of {total} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>{home} cannot be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/analysis.py" />
            <source>{home} cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>{instead}, or ask whoever looks after Calmline there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{items} That is critical and failed, so the call has failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/checklist.py" />
            <source>{item}: done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/checklist.py" />
            <source>{item}: to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_table.py" />
            <source>{kept}, on legal hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_system.py" />
            <source>{key} ({act})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>{key} cannot be used: it has to be one key, with Ctrl, Alt or Shift beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>{key} cannot be used: other programs take keys like it. Hold one more, such as Shift.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>{key} cannot be used: screen readers take it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>{key} cannot be used: you would press it while typing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>{key} cannot be used: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/desk_look.py" />
            <source>{key} is no key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/actions.py" />
            <source>{key} is the key for “{act}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{kind} by {reviewer}, {when}: {figure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{kind}, draft of {reviewer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_sheet.py" />
            <source>{length} long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>{level}, at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/level_bar.py" />
            <source>{level}, {trend}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>{mean}, at most {peak}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>{minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>{minutes} min {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>{name!r} cannot be a model's name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>{name!r} has many values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings_form.py" />
            <source>{name} (application)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings_form.py" />
            <source>{name} (built in)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings_form.py" />
            <source>{name} (input)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings_form.py" />
            <source>{name} (not there now)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>{name} cannot be removed: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>{name} cannot be {raw!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>{name} comes with Calmline and stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/pulse_capture.py" />
            <source>{name} did not open in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio.py" />
            <source>{name} does not open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio_player.py" />
            <source>{name} does not play.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/win32.py" />
            <source>{name} is a part of Windows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/runtime/line.py" />
            <source>{name} is back; Calmline hears it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/portaudio.py" />
            <location filename="../../app/adapters/pulse_capture.py" />
            <location filename="../../app/adapters/wasapi.py" />
            <source>{name} is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>{name} is no speech model: its JSON files cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>{name} is no speech model: {lacking} is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/dialogue_files.py" />
            <source>{name} is not UTF-8 text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>{name} is set by your centre and cannot be changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{name} {figure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/dialogue_files.py" />
            <source>{name}, line {number}: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/curve_view.py" />
            <source>{now} now; highest {highest}, at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{number} ({size})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{number} ({size}), the oldest of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/export.py" />
            <source>{number} calls are in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/room_left.py" />
            <source>{number} letters are the most that fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/reading_dialog.py" />
            <source>{number} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{number}: delete them by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>{often}, {length} in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/dialogue_files.py" />
            <location filename="../../app/adapters/settings_files.py" />
            <source>{path} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/output_files.py" />
            <source>{path} cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/output_files.py" />
            <source>{path} cannot be written: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} ends before its length.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} has one channel.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/adapters/recording.py" />
            <source>{path} has {count} channels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} holds no audio.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} is a {format} file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} is damaged and cannot be read to its end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_files.py" />
            <source>{path} is no lexicon that was exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{path} is not a readable WAV or FLAC recording.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_toml.py" />
            <source>{path} is not valid TOML: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/team_files.py" />
            <source>{path} was changed after it was exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_toml.py" />
            <source>{path}, line {line}: unknown key {name!r}. Did you mean {near!r}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_toml.py" />
            <source>{path}, line {line}: {name!r} has to be {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/settings_files.py" />
            <source>{path}, which {variable} names, is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>{percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/team.py" />
            <source>{phrase!r} is not in the team's lexicon.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/model_shelf.py" />
            <source>{place} cannot be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/answer_choice.py" />
            <location filename="../../app/ui/score_item.py" />
            <source>{question} {answer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/calibration_view.py" />
            <source>{reviewer}: {answer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>{rule}: a minute after a moment without it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>{rule}: a minute after it was shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_list.py" />
            <source>{rule}: the difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/transcript_model.py" />
            <source>{said}: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/call_words.py" />
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{share} alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_words.py" />
            <source>{share} alike, kappa {kappa}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>{shown} shown, {followed} followed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/recording.py" />
            <source>{side!r} is neither left nor right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/kept_words.py" />
            <source>{size} in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/stage_ladder.py" />
            <source>{stage} now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/stage_ladder.py" />
            <source>{stage} shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/compose/stores.py" />
            <source>{store_file} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/adapters/store_keys.py" />
            <source>{store} is in use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/health_line.py" />
            <source>{time} behind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>{time} into the call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/edited_lines.py" />
            <source>{title}, line {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/score_start.py" />
            <source>{title}, version {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/edited_lines.py" />
            <source>{title}: add a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/week_plot.py" />
            <source>{title}: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/filter_words.py" />
            <source>{total} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{value} ({low} to {high}), from {calls} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{value}, from {calls} calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/page_figures.py" />
            <source>{what} {times}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>{what}: {start} to {end}, {length}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/timeline.py" />
            <source>{what}: {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/call_table.py" />
            <source>{when}, {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/trend_words.py" />
            <source>{when}: {figures}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/figures.py" />
            <source>{who} {often}, caller {caller_often}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/score_port.py" />
            <source>“{question}” has no answer yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/notice_bar.py" />
            <source>… and {number} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>→ holding steady</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>↗ getting angrier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/status_strip.py" />
            <source>↘ getting calmer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/lesson_card.py" />
            <source>●○○  Gentle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/lesson_card.py" />
            <source>●●○  Firm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/ui/lesson_card.py" />
            <source>●●●  Hard</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
