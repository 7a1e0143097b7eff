# Corrections of what was posted: the curator's form, and what stands in the channel.

correct-heading = Correction
correct-line = { $part }: { $sentence }
correct-foot = What was posted stays as it was; this says what is right.
correct-footer = Corrected on { $day }: see the thread.

correct-title = Correct a digest
correct-submit = Post correction
correct-open = Correct
correct-open-this = Correct { $name }
correct-home = Posted lately
correct-digest = { $title }, week { $week }
correct-what = Posted numbers and words stay as they are. Your sentence is posted in the thread as a correction, and the digest's footer says so.
correct-which = Which digest?
correct-part = What was wrong?
correct-part-number = A number
correct-part-verdict = The verdict
correct-part-theme = A theme
correct-part-quote = A quote
correct-part-other = Something else
correct-sentence = What was wrong, and what is right?
correct-sentence-hint = One sentence that stands by itself. To take a quote out, use its menu in the message.
correct-none = No digest is posted that could be corrected.
correct-done = The correction is posted in the thread.
correct-not-yours = Only a curator can correct a digest.
correct-faster = Somebody was faster and corrected this digest meanwhile. Please read it, and open the form again.
correct-not-posted = That digest does not stand in a channel, so there is nothing to correct.
correct-empty = Please say what was wrong and what is right.
