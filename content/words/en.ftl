# The bot's own sentences, in English. Plain text: bold and the like are put around them by the screens.
# Labels: button-… may stand two in a row (16 characters), move-… are the player's, choice-… have a row to themselves.
# In "1 of 3" the blanks are such as do not break, so that no line begins with a lonely 3.
# An id that ends in a value of the code (tag-knees, side-left …) must exist for every such value.

## First minute

welcome = Hello { $name }, I'm Unhunch.
welcome-nameless = Hello, I'm Unhunch.
welcome-about = Short, guided moves for a stiff upper back, whenever you have two minutes.
choice-first-minutes = Two gentle minutes
button-what-is-this = What is this?
what-is-this =
    I lead you through short stretches, one step at a time: what to do, how long to stay, when to change sides. You can pause or stop whenever you like.
    Start with two minutes. They count as a whole day.
first-done = That was { $minutes ->
        [one] a minute
        [2] two minutes
       *[other] { $minutes } minutes
    }, and it counts as today.
first-done-short = That was a good start, and it counts as today.
questions-done = Thank you. From now on I'll choose moves that suit you. You can change your answers in the settings.
questions-offer = Before the next one, { $count ->
        [one] one short question
       *[other] a few short questions
    }, so that it suits you.
choice-go-ahead = Go ahead
button-later = Later

## Questions

ask-seen = Has anyone looked at your back?
choice-seen-professional = Yes, a professional
choice-seen-new = No, and it's new
choice-seen-old = No, I've had it a while
choice-seen-nothing-hurts = Nothing hurts
seen-new-advice =
    Then let's keep it gentle. It usually passes; have somebody look at it before you do more than gentle moves.
ask-tags = Anything to work around?
ask-tags-note = Kept only here, only to choose moves. /delete removes it.
ask-floor = Can you get down to the floor and up again by yourself?
choice-floor-yes = Yes
choice-floor-bed = On a bed
choice-floor-stand = I can stand, but not get down
choice-floor-seated = No, seated
ask-age = How old are you? It only changes how gently we begin.
button-age-18 = 18–49
button-age-50 = 50–64
button-age-65 = 65 or more
button-age-0 = Under 18
age-0-answer =
    Thank you for telling me. These moves are made for adults, so I can't lead you through them.
    If your back bothers you, tell somebody you trust at home. A doctor or a physiotherapist can show you moves that fit you.
age-0-change = If you tapped that by mistake, change it under "Age".
ask-level = How much would you like to do?
level-difference = Start: fewer times, shorter holds, the lighter moves. Steady: more of each. Strong: most of all, and the stronger moves too. You can change it at any time.
choice-level-1 = Start: gentle and short
choice-level-2 = Steady: a little more
choice-level-3 = Strong: more again
ask-equipment = What do you have at hand? I leave out moves that need more.
button-has-chair = Chair
button-has-wall = Free wall
button-has-doorway = Doorway
button-has-roller = Foam roller
button-has-strap = Strap or belt
button-has-towel = Towel
ask-minutes = How long may a session be?
button-minutes = { $minutes } minutes
ask-pictures = How shall I show the moves?
choice-pictures-moving = Moving pictures
choice-pictures-still = Still pictures
choice-pictures-off = No pictures, words instead
choice-pictures-keep = Leave it as it is
pictures-moving = Good. The pictures move.
pictures-still = Good. The pictures stand still.
pictures-off = Good. No pictures: I say in words what they would show.
in-words-offer =
    I can leave out the pictures, and say in words what each one shows. That also helps on a slow network.
    You can change it in the settings at any time, or by writing "moving pictures".
ask-goal = On how many days a week would you like to move? Two minutes make a day.
button-no-goal = No goal
button-skip-question = Skip this one
button-done = Done

tag-knees = Knees
tag-wrists = Wrists
tag-shoulder = Shoulder
tag-neck = Neck
tag-dizzy = Dizzy
tag-pregnant = Pregnant
tag-thin-bones = Thin bones
tag-disc = Disc or nerve
tag-heart = Heart/pressure
tag-eyes = Eyes, glaucoma
tag-surgery = Surgery
tag-bendy = Very bendy
tag-hip = Hip
tag-leaning-back = Leaning back
tag-bending = Bending over
tag-twisting = Twisting
tag-stiff-spine = Fused spine
tag-ticked = ✓ { $tag }
locked-surgery =
    After surgery, your own team decides when you may begin. Until they have said yes, only the reading is open.
    Ticked by mistake? Take it off under "Work around".
locked-stiff-spine =
    With a fused or stiff spine, the people who look after it decide which moves are right. Until they have said yes, only the reading is open.
    Ticked by mistake? Take it off under "Work around".
pregnancy-ask = "Pregnant" is no longer right? Tell me as much as you like.
pregnancy-lost = I am sorry. Nothing needs explaining. Shall I take "Pregnant" off?
choice-pregnancy-b = My baby is born
choice-pregnancy-o = No longer pregnant
choice-pregnancy-m = Ticked by mistake
pregnancy-ask-caesarean = Thank you for telling me. Was it by caesarean? That counts as surgery.
choice-pregnancy-c = Yes, by caesarean
choice-pregnancy-v = No
locked-after-birth =
    Thank you for telling me. Take all the time you need. The moves open again when the people who look after you say that you may. Reading stays open.
choice-said-yes = They said yes
toast-said-yes = Good. We start gently.
opened =
    Good. We start gently.
    While "{ $tag }" is ticked, I keep to the { $count } moves that are sure to be right. Has your team said that more is fine? Then take it off under "Work around".
ask-tags-few = "{ $tag }" leaves the { $count } moves that are sure to be right. Has your team said that more is fine? Then take it off here.
ask-may-move = { $tags }: has somebody who knows your health said that you may move? Until then I keep it gentle.
choice-may-move = They said I may move
choice-ask-first = I'll ask first

## Warning signs. Three lists, three answers.

signs = First, your safety. New, or not yet checked?
signs-now-title = Call for help now
signs-now =
    • chest pain or pressure; tearing pain
    • hard to breathe, fainting, one side weak
    • numb or weak legs; numb between the legs; bladder or bowel trouble
    • a bad fall or crash
    • pregnant: bleeding, bad headache, pain under the ribs or between the blades
signs-doctor-title = See a doctor first
signs-doctor =
    • fever, or weight loss without trying
    • cancer, now or before
    • pain no position eases, or awake with it every night
    • clumsy hands, unsteady walking
signs-every = All signs
signs-kept = I keep what you answer, to choose moves for you. /privacy says how.
signs-note = I can't examine you.
choice-signs-some = Yes, one fits
choice-signs-none = None, and I'm 18 or over
choice-signs-minor = I'm under 18
signs-where = Which list is it on? If it is on both, take the first.
button-signs-first = First list
button-signs-second = Second list
button-signs-every = In all signs
button-signs-after-all = None after all
toast-read-first = Please read first

ask-news = Anything new with your back?
ask-news-note = A fall, numbness, pain that spreads or keeps you awake: anything that was not there before.
choice-news-some = Yes, something is new
choice-news-none = No, nothing new

red-flags-which = Which list is it on? If it is on more than one, take the first.
choice-red-flags-emergency = The first list
choice-red-flags-urgent = The second list
choice-red-flags-soon = The third list

red-flags-emergency-title = 1 · Get help now
red-flags-emergency-list =
    • chest pain, or pain spreading to arm, jaw, neck or stomach, now or in the last days and not yet checked
    • feeling sick, sweaty or breathless with it
    • sudden, very strong pain in the chest or upper back, or pain that tears or rips
    • fainting, trouble speaking, weakness on one side
    • sharp pain that is worse on breathing in, sudden breathlessness, coughing blood, a racing heart
    • it began with a bad accident or fall
    • both legs weak, tingling or numb, or trouble walking
    • numbness around the genitals, buttocks or inner thighs
    • trouble passing urine, loss of control over bladder or bowel, or new trouble with erections
    • pregnant, with bleeding, a bad headache, flashing sight, swelling, or pain under the ribs or between the shoulder blades
    • early in pregnancy, with pain at the tip of the shoulder
red-flags-urgent-title = 2 · See a doctor first
red-flags-urgent-list =
    • fever or chills
    • losing weight without trying
    • a lump or a swelling, a changed shape of the back, less height or a new stoop
    • pain that no position eases, or awake with it every night
    • worse with coughing, sneezing or on the toilet
    • a band of pain around chest or belly, numb or weak arms or legs
    • cancer, now or in the past
    • it began with a small bump, a lift, a cough or a sneeze, and you are over 65, have thin bones or took steroids for long
    • clumsy hands, unsteady walking, heavy legs, or electric shocks when you bend the neck
    • pain at the shoulder blade with a cough of more than three weeks, a drooping eyelid or a hand that gets thinner
    • pain that bores right through, with vomiting
red-flags-soon-title = 3 · Ask a doctor soon
red-flags-soon-list =
    • new pain between the shoulders that nobody has looked at yet
    • new pain, and you are under 20 or over 50
    • steroids, weak defences, HIV, injected drugs, thin bones or a recent infection
    • pain that keeps growing, whether you move or not
    • no better after two weeks
    • stiff for more than half an hour in the morning, then easier with moving
    • a new rash in a stripe
    • pain that comes with eating, or under the right shoulder blade after fatty food
    • under 45, more than three months, better with moving, awake with it late at night; above all with psoriasis, eye inflammation or bowel disease

red-flags-emergency-answer =
    Please get help now. Call your local emergency number: 112 in Europe, 999 in the UK, 911 in the US.
    Leave the stretches, and let somebody else drive. This bot can't see how you are.
red-flags-urgent-answer =
    Please show this to a doctor first, today or tomorrow. With cancer, now or in the past: within 24 hours.
    It may well turn out harmless. Until you have been seen, the moves stay closed. Everything to read stays open.
red-flags-soon-answer =
    Gentle moves are fine today. Please ask a doctor or a physiotherapist about this in the next few days.
    I'll ask you again in two weeks.
red-flags-closed = The moves are closed, because you ticked a warning sign: { $list }.
red-flags-change = If that has changed, or a doctor has seen you, tell me here.
choice-red-flags-again = Go through it again
choice-seen-by-doctor = A doctor has seen it
choice-gentle-moves = Gentle moves

## Safety

stop-rule = Stop at sharp, new or spreading pain.
disclaimer =
    Unhunch is a free, open-source companion for moving more. It does not examine, diagnose or treat, and it is not a medical device. It cannot know why your back hurts.
    If a warning sign fits you, get medical help instead of exercising. You choose what to do, and you can stop at any time.
help =
    I lead you through short stretches for the upper back, from the base of the neck to the bottom of the ribs.
    /exercise and /routine let you choose, /stop ends what is running.
    You can also write to me: "5 min", "cat cow", "pause", "next", "it hurts".
    In the pictures, orange marks what stretches, and berry what works.
help-admin = You run this bot, so you also have /stats, /broadcast and /bans, and /ban or /unban with a person's number.
help-stop-title = When to stop
help-stop =
    • Chest pain, hard to breathe, faint: stop and call for help.
    • Sharp or new pain, tingling, numbness, pain running into arm or leg, dizzy: stop this move.
    • Up to 2 more than when you began (0 to 10) is fine, if it is back down by the next morning. More than that: stop.
    • At 7 or more: only breathing, walking and gentle moves that do not raise it.
    • Ill with fever: wait until you are well.
    • Worse for some days, or no better in two weeks: ask a doctor or a physiotherapist.
    • Working muscles and a little soreness the next day are normal. Keep breathing.

## Danger, complaints and everyday talk

danger-now = That can be serious. Call for help now and sit down. Don't be alone: ask somebody to stay with you.
danger-overdose = Call for help now, even if you feel well. I'm glad you told me, and you don't have to carry this alone.
danger-self-harm = I'm glad you said it, and you don't have to carry this alone. Please talk to somebody now, near you or on the phone.
# Its beginning is what a lock screen may show to others: nothing of what was said.
danger-abuse = I'm here, and thank you for telling me. It is not your fault. Somebody you trust, or a doctor, can help. If you are in danger now, call.
danger-rests-a-day = Reminders rest for a day, and go on once you say so.
danger-reminders-come = Reminders come as before.
danger-doctor = Please show this to a doctor first, today or tomorrow. If it gets worse, call for help. Moves and reminders rest until then.
danger-call = Emergency number: { $number }
danger-call-unknown = Call your local emergency number: 112 in Europe, 999 in the UK, 911 in the US.
danger-talk = Somebody to talk to: { $number }
danger-hurt-too = If you are hurt or ill too, say so when you call.
danger-move-too = A little gentle moving is fine too, if you like.
danger-talk-unknown = Somebody to talk to, by country: findahelpline.com
# Asked before any of these answers where it is not certain that it is meant. The first sentence of the answer to "no".
danger-asked = Just to be sure: did you mean that? If you or somebody near you is in danger, tap Yes.
danger-asked-call = In danger, call { $number }.
danger-asked-call-unknown = In danger, call 112 in Europe, 999 in the UK, 911 in the US.
danger-asked-doctor = Just to be sure: is that how you are? If so, tap Yes.
button-danger-meant = Yes, help
button-danger-all-well = No, all is well
danger-all-well = Good to hear.
danger-stays = This stays within reach. If it is about something else, just write again.
danger-calling = Good that help is called. Do what they tell you.
danger-unanswered = Keep trying, and ask somebody near you to call too.
danger-misheard = If I got that wrong, or it has been looked after, tap the button or write "false alarm".
danger-misheard-overdose = If I got that wrong, write "false alarm".
danger-let-be = All right, I leave it. If it was meant after all, somebody to talk to is a tap away.
choice-meant-a-muscle = I meant a muscle
choice-whom-to-talk-to = Whom to talk to
choice-remove-talk = Remove these messages
removed-too-old = Yours is too old for me to remove. Please delete it yourself.
remove-or-delete = Shall these messages go, or everything I know about you?
removed-some = Some of yours may still be here. Please delete them yourself.
danger-rests = Moves and reminders rest until this is looked after.
danger-rests-note = Tell me when it is, and we'll go on.
choice-looked-after = It's looked after
reminders-again-hello = Good to see you.
reminders-again-ask = Shall reminders go on?
button-reminders-again = Yes
reminders-rest = Your reminders rest for now.
toast-reminders-again = Good. They go on.
complaint = Thanks for telling me. Do any of these come with it?
complaint-list =
    • chest pain, hard to breathe, faint
    • numb, weak or clumsy arms or legs; bladder or bowel
    • a fall, fever, pregnant and unwell, or very strong pain
button-complaint-yes = Yes
button-complaint-unsure = Not sure
button-complaint-stiff = No: stiff, sore
button-complaint-in-move = No: in a move
button-work-around-it = Work around it
complaint-unsure = Then ask a doctor or a nurse line. Today only easy breathing and a walk.
complaint-which-move = In which one? I'll offer you an easier one next time.
complaint-no-move = Then leave that move out. When something hurts in a session, say "it hurts", and I'll find an easier one.
complaint-move-noted = Noted: next time { $title } will be easier, or left out.
everyday = Stiff and sore: that's what I'm here for. Start gently?
choice-gentle-minutes = { $title } · { $minutes } min
button-choose-moves = Choose moves
button-something-more = Something more
low-back = The low back is not my area, so I have no move for it. A doctor or a physiotherapist can look at it with you.
ill = Then rest until you're well. The moves can wait.
work-around-ask = Shall I work around this: { $tags }?
choice-work-around = Yes, work around it
suited-instead = { $title } comes in place of { $before }.
suited-out = I leave out { $title }.
work-around-one-side = I can't tell left from right, so I spare both.
work-around-set = Good. I'll work around this: { $tags }.

## Pain in a session

pain-sharp = Stopping was right.
pain-rests = { $title } will rest for a week.
pain-where = Where was it?
button-where-b = Back or neck
button-where-k = Knee
button-where-w = Wrist
button-where-e = Elsewhere
pain-easy-day = The rest of today is for breathing and walking.
pain-loads-k = Moves that load the knees will rest until { $day }. All others are fine.
pain-loads-w = Moves that load the wrists will rest until { $day }. All others are fine.
pain-sharp-stays = If it stays, spreads, or comes with numbness or weakness, ask a doctor. Chest pain or hard to breathe: call for help now.
pain-sharp-kept = What you did before counts.
pain-twice = That was the second time within a week: please see a doctor about it.
pain-twice-signs = The rest of today is for breathing and walking. Before the next move I'll ask about the warning signs.
pain-thanks = Thank you for saying so.
pain-what-like = What was it like?
button-pain-m = { move-too-much }
button-pain-s = { move-sharp }
button-pain-n = { move-numb }
button-pain-c = { move-chest }
pain-which = In which move?
button-not-sure = Not sure
pain-taken-back = Good, then everything goes on as before.

## How much it hurts, as it is noted

button-pain = How it feels
pain-ask = How does it feel right now?
pain-ask-before = Before you begin: how does it feel right now?
pain-ask-after = And how does it feel now?
pain-ask-morning = How was it this morning, after yesterday's session?
choice-morning-usual = Back to usual
choice-morning-more = Still more than usual
choice-morning-worse = Worse
pain-morning-usual = Good, then everything goes on as usual.
pain-morning-more = Then today will be gentler.
pain-morning-worse = Thank you for saying so. Easy breathing and a walk are enough today; before the next move I'll ask about the warning signs.
pain-rule = Up to 2 more than when you began is fine, if it is back down by the next morning.
pain-much-more = That's a good deal more than before. Enough for today; tomorrow I'll ask how it was.
pain-little-more = A little more is fine, if it's back down by tomorrow morning.
concern-noted = Noted, and one more thing.
concern-high = It has been high for two days now. Please have a doctor look at it soon, or today if it spreads, or comes with numbness, weakness or fever.
concern-rising = Your notes are higher than last week. A doctor or physio can tell you more about it than I can.
concern-no-better = Two weeks now, and it's much the same. Please have a doctor or physio look at it; gentle moves are still fine.
pain-as-usual = It has been at 3 or less for two weeks. Shall we go back to the usual moves?
choice-as-usual = Yes, as usual
choice-keep-gentle = Keep them gentle
pain-scale = 0 is no pain, 10 the worst you can imagine.
pain-scale-higher = The higher, the worse.
pain-not-a-number = A number from 0 to 10 helps me most, or a few words.
button-in-words = In words
choice-felt-mild = A slight ache, I can ignore it
choice-felt-moderate = Clear, some moves set it off
choice-felt-high = Even simple things hurt
felt-mild = slight
felt-moderate = clearly there
felt-high = even with simple things
morning-usual = as usual that morning
morning-more = more than usual that morning
morning-worse = worse that morning
pain-of-ten = { $number } of 10
pain-noted = Noted: { $what }.
pain-higher = I took the higher of the two.
pain-rule-high = At 7 or more: breathing, walking and gentle seated moves that don't raise it, five minutes at most.
pain-high-day = It's a sore day, so less is right.
choice-gently = Gently · { $minutes } min
choice-less-now = It's less now
choice-add-words = Add a few words
button-take-back = Take it back
button-pain-notes = My notes
pain-add = What would you like to add?
pain-add-example = For example: neck stiff, slept badly.
pain-words-noted = Noted, in your words.
pain-notes = Your last notes
pain-notes-none = No notes yet. One tap a day is plenty.
pain-when = { $day }, { $time }
pain-taken-out = Taken back. That note is gone.
button-add-note = Note it now
choice-take-last-back = Take the last one back

## The weekly check-in

check-in-begin = How was your week? Five taps.
button-note-after = How it feels now
check-in-ask-pain = How was the week? Pain on average:
check-in-ask-stiffness = Stiff on waking, mostly?
button-stiffness-none = Not at all
button-stiffness-short = Under 10 min
button-stiffness-while = 10 to 30 min
button-stiffness-long = Over 30 min
check-in-ask-change = All in all, compared with the week before?
button-change-much-better = Much better
button-change-better = A bit better
button-change-same = The same
button-change-worse = A bit worse
button-change-much-worse = Much worse
check-in-ask-way = What got in the way of moving?
button-way-nothing = Nothing
button-way-time = Time
button-way-forgot = I forgot
button-way-pain = Pain
button-way-bored = It was boring
button-way-other = Something else
check-in-ask-function = { $thing }: how well does it go?
check-in-function-scale = 0 is I can't, 10 is as before.
check-in-name-limit = Name one thing your back keeps you from.
check-in-name-limit-example = For example: sit for an hour, reach a high shelf, turn in the car.
button-another-limit = Another thing
button-no-check-in = Don't ask weekly
recap-effort = Seven days: you moved on { $days ->
        [one] 1 day
       *[other] { $days } days
    }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } in all.
recap-quiet = A quiet week, and that's fine.
recap-too-few = Your notes: not enough yet to compare.
recap-same = Your notes: about the same as in your first week.
recap-lower = Your notes: a little lower than in your first week.
recap-higher = Your notes: a little higher than in your first week.
recap-clearly-lower = Your notes: clearly lower than in your first week.
recap-clearly-higher = Your notes: clearly higher than in your first week.
recap-by-itself = Upper-back pain often changes on its own.
button-another-day = Another day
check-in-ask-day = On which day shall I ask how the week was?
button-settings-check-in-day = Day of check-in
button-settings-skips-check-in-on = Check-in: off
button-settings-skips-check-in-off = Check-in: weekly

## What rests, since it was sharp

resting-today = Breathing and a walk today: something was sharp { $part ->
        [morning] this morning
        [afternoon] this afternoon
        [evening] this evening
       *[unknown] earlier on
    }.
resting-today-ill = You're ill: breathing and a walk at most today.
resting-today-care = Breathing and a walk are enough today.
resting-today-quietly = Breathing and a walk today.
resting-later-today = later today
# Names of moves may be in the plural: will rest, had a rest.
resting-until = { $title } will rest until { $day }.
resting-instead = { $title } will rest until { $day }. { $new } instead.
resting-asks = { $title } had a rest. I'll ask before you begin.
resting-swap-ask = { $new } instead?
resting-try-again = { $title } had a rest. Try again, gently?
choice-try-gently = Yes, gently
choice-swap-it = Something else for now
button-not-sharp = It wasn't sharp

## Home

greeting-day = Hello, { $name }.
home-today = Today: { $title }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }.
choice-start = Start · { $minutes } min
button-length = { $minutes } min

# What a planned session is for, as in "Turning and chest".
about-warm = loosening up
about-bend = bending
about-turn = turning
about-extend = opening up
about-chest = chest
about-side = sides
about-blades = shoulder blades
about-strength = strength
about-neck = neck
about-calm = breathing
about-two = { $first } and { $second }
about-nothing = today's session

# One sentence why today is as it is.
why-sore = { $stage ->
        [high] Only gentle seated moves: it's a sore day.
       *[other] A little gentler: it's a sore day.
    }
why-asked = { $minutes ->
        [one] One minute, as you asked.
       *[other] { $minutes } minutes, as you asked.
    }
why-asked-no-floor = { $minutes ->
        [one] One minute, as you asked, without the floor.
       *[other] { $minutes } minutes, as you asked, without the floor.
    }
why-asked-seated = { $minutes ->
        [one] One minute, as you asked, seated.
       *[other] { $minutes } minutes, as you asked, seated.
    }
why-fits = { $minutes ->
        [one] As much as fits in one minute.
       *[other] As much as fits in { $minutes } minutes.
    }
why-fits-no-floor = { $minutes ->
        [one] As much as fits in one minute, without the floor.
       *[other] As much as fits in { $minutes } minutes, without the floor.
    }
why-fits-seated = { $minutes ->
        [one] As much as fits in one minute, seated.
       *[other] As much as fits in { $minutes } minutes, seated.
    }
why-all-there-is = That's all I have that suits you today.
why-no-floor = Without the floor today, as you asked.
why-seated = Only seated moves today, as you asked.
why-hard = { $eased ->
        [shorter] A little shorter today: { $day } was hard.
        [easier] Easier moves today: { $day } was hard.
        [seated] Only seated moves today: { $day } was hard.
       *[least] Only breathing and shoulder rolls today: { $day } was hard.
    }
why-hurt = { $eased ->
        [shorter] A little shorter today: something hurt { $day }.
        [easier] Easier moves today: something hurt { $day }.
        [seated] Only seated moves today: something hurt { $day }.
       *[least] Only breathing and shoulder rolls today: something hurt { $day }.
    }
why-step-by-step = A little more again, step by step.
why-day-today-hard = the last one
why-day-today-hurt = earlier
why-day-yesterday = yesterday
why-day-last-time = last time
why-not-looked-at = Gentle moves, until somebody has had a look at your back.
why-few = { $count ->
        [one] One move, so it's easy to learn.
       *[other] { $count } moves, so they're easy to learn.
    }
why-few-asked = { $count ->
        [one] One move for now, easy to learn. So it's less than your { $minutes } minutes.
       *[other] { $count } moves at first, so they're easy to learn. That's less than your { $minutes } minutes.
    }
why-liked = With { $move }, since you like it.
why-passed-over = { $move } will come less often: you passed it over twice.
why-passed-over-instead = { $new } in place of { $move }, which you passed over.
why-least-done = { $about }: there was little of it this week.

greeting-back = Good to see you, { $name }. Two easy minutes?
greeting-back-nameless = Good to see you. Two easy minutes?
choice-more = More …
more = What would you like?
button-programme = Programme
button-progress = Progress
button-learn = Learn
button-exercises = Exercises
button-routines = Routines
button-settings = Settings
button-help = Help
button-home = Home
button-back = Back
button-next = Next
session-open-elsewhere = Another session is still open: { $title }.
choice-resume = Back to my session
choice-instead = Leave it and start this

## Exercises and routines

exercises = What for?
exercises-note = Pick one, or write a name: "open book", "neck".
purpose-warm = Loosen up
purpose-bend = Bend and round
purpose-turn = Turn
purpose-extend = Open up, lift
purpose-chest = Open the chest
purpose-side = Lean sideways
purpose-blades = Shoulder blades
purpose-strength = Strength
purpose-neck = Neck
purpose-calm = Breathe, calm
by-position = In which position?
by-equipment = With what?
by-minutes = How long?
by-name = All by name
button-by-position = By position
button-by-equipment = With what
button-by-minutes = By minutes
position-stand = Standing
position-sit = Seated
position-kneel = On the knees
position-prone = Face down
position-side = On the side
position-supine = On the back
position-long-sit = Floor, legs out
position-bed = On a bed
button-has-nothing = Nothing needed
button-up-to = Up to { $minutes } min
exercises-page = { $title } · { $page } of { $pages }
exercises-left-out = { $count ->
        [one] 1 more is left out, to suit you.
       *[other] { $count } more are left out, to suit you.
    }
button-left-out = Left out: { $count }
button-fewer-left-out = Before
left-out-head = Left out, to suit you
left-out-note = Each card says why, and how to change that.
exercises-none = Nothing here suits you for now.
which-one = Which one do you mean?
routines = Which routine?
routines-no-floor = Without getting down
routine-label = { $title } · { $minutes } min
routine-about = { $title } · { $length } · { $where }
button-longer-ones = Longer ones
button-shorter-ones = Shorter ones
button-my-routines = My routines
other-names = Also called { $names }
button-do-it = Do it
button-do-it-now = Do it now
button-learn-it = Learn it
button-steps = Steps
button-one-mistake = Mistake
button-easier = Easier
button-harder = Harder
button-swap = Swap
button-moves = Moves
form-name = { $title }: { $form }
step-place = { $title } · { $place } of { $places }
all-steps = { $title } · all steps
# A move that is no longer here, in what was made with it: its English name, or any words that stand for one.
gone-move = { $name }
gone-own = A move of your own
mistake = Often goes wrong: { $mistake }
mistake-shown = Not like this: { $mistake }
# Below a picture that shows both: how to do it, with a tick, and how not to, with a cross.
mistake-beside = Tick: like this. Cross: { $mistake }
button-mistake = Not like this
breathing = Breathing: { $breathing }
caution = Take care: { $caution }
picture-shows = Picture: { $alt }
routine-line = { $title } · { $dose }
about-half-minute = about half a minute
about-minutes = about { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
about-minutes-and-half = about { $minutes }½ minutes
dose-times = { $times ->
        [one] once
       *[other] { $times } times
    }
dose-times-a-side = { $times } a side
dose-seconds = { $time }
dose-seconds-a-side = { $time } a side
dose-seconds-each-way = { $time } each way
dose-holds = { $times } × { $seconds } s
dose-holds-a-side = { $times } × { $seconds } s a side
dose-rest = { $seconds } s rest between
where-standing = standing
where-standing-and-seated = standing and seated
where-standing-or-seated = standing or seated
where-seated = seated
where-floor = on the floor
where-floor-or-bed = floor or bed
equipment-none = nothing needed
equipment-chair = a chair
equipment-wall = a wall
equipment-roller = a roller
equipment-strap = a strap
equipment-doorway = a doorway
equipment-towel = a towel
barred-tag = Not offered to you, because you asked me to work around: { $tag }.
barred-floor = Not offered to you, because it is done on the floor.
barred-equipment = Not offered to you, because it needs { $thing }.
barred-strong = Not offered to you yet: it is for a higher level. You can change yours in the settings.
barred-for-now = Not offered to you for now, while your back needs it gentle. Your answers are in the settings.
barred-never = You said never to this one, so I won't suggest it.
choice-never-undo = Undo "never"
liked-title = ♥ { $title }
never-title = ✕ { $title }
taste-none = Shall it come more often, or never?
taste-like = You like it, so it comes more often.
taste-never = You said never, so I won't suggest it.
button-taste-like = I like this
button-taste-like-undo = Take ♥ back
button-taste-never = Never this
button-taste-never-undo = Undo "never"
taste-noted-like = ♥ { $title } will come more often.
taste-noted-never = I won't suggest { $title } any more.
toast-taste-like = ♥ It will come more often
toast-taste-never = I won't suggest it any more
again = Once more
again-to-hear = Once more, to listen to
again-to-see = Once more, to watch
choice-again-to-hear = Listen …
choice-again-to-see = Watch …
choice-as-card = Step by step …
again-none = Nothing to repeat yet.
choice-again = Again …
favourites = Your favourites
choice-favourites = ♥ Your favourites · { $minutes } min
never-leaves-nothing = Everything that would be here is on your "never" list. Shall one of them come back?
your-moves = Your moves
your-moves-like = ♥ You like: { $moves }.
your-moves-never = ✕ Never: { $moves }.
your-moves-undo = A tap takes one back.
your-moves-none = Nothing here yet. On the card of a move, "More" has "I like this" and "Never this".
button-settings-moves = Your moves
barred-instead = This one does a similar job: { $title }.
replaced = { $new } in place of { $old }, to suit you.
left-out = { $old } is left out, to suit you.
nothing-found = I found nothing by that name. You can also choose here.

## Routines of one's own

own-routines = Your own routines
own-routines-none = Nothing here yet. Put together the moves you like, in your order.
own-routines-full = I can keep { $most } at most. Delete one to make room for another.
button-own-new = New one
own-name = My routine
own-name-numbered = { $name } { $number }
own-copy = Copy of { $name }
own-title = { $name } · { $length }
own-empty = Nothing in it yet. Add the first move.
own-line = { $number }. { $title } · { $dose }
own-line-retired = { $number }. { $title } · no longer here, so left out
own-line-label = { $number } · { $title }
own-full = A routine holds { $most } moves at most. Take one out to make room for another.
own-all-left-out = All of it is left out for now, to suit you. Change it, or take a ready one.
button-own-change = Change it
button-own-add = Add a move
button-own-name = Name
button-own-copy = Copy
button-own-delete = Delete
own-add = What for?
own-not-for-you = { $title } is not for you for now. Another one?
own-name-ask = What shall I call it? It is called { $name } now.
own-name-empty = It needs at least one letter or sign that shows. What shall I call it?
own-name-long = That is a little long: { $most } characters fit. What shall I call it?
own-name-taken = Another one of yours has that name. What shall I call this one?
own-name-acted-on = Those words already ask me for something else. What shall I call it, with one more word?
own-delete-ask = Delete { $name }? It cannot be undone.
choice-own-delete = Delete it
own-deleted = { $name } is gone.
own-line-retired-note = This one is no longer here, so it is left out.
own-line-note-times = Or write how often: "8 times".
own-line-note-holds = Or write how much: "3 × 20 s", "10 s rest".
own-as-far = That is as far as it goes here.
own-most-times = { $times ->
        [one] Once is
       *[other] { $times } times is
    } the most I lead here, all in one go.
own-most-hold = { $seconds } s is the longest I lead here.
own-rest-needs-holds = A rest goes between two holds. This one has none to put it between.
own-lower = I took the lower of the two. You can change it any time.
own-by-times = This one is counted in times, not in seconds.
own-gentle = A little less than you set, while we keep it gentle.
button-own-up = Up
button-own-down = Down
button-own-fewer = Fewer
button-own-more = More
button-own-shorter = Shorter
button-own-longer = Longer
button-own-level = As my level
button-own-about = How it goes
button-own-remove = Take it out
toast-own-added = Added: { $title }
toast-own-there = { $title } is in it already
toast-own-removed = Taken out: { $title }
toast-own-copied = This is the copy

## Exercises of one's own

own-exercises = Exercises of your own
own-exercises-none = What your physio showed you: in a photo, a video, or a few words. Only you see it.
own-exercises-some = Only you see them. Each plays alone, or in a routine of your own.
own-exercise-name = My exercise
own-exercise-as-shown = As you were shown.
own-exercise-between = Let go, and breathe.
own-exercise-sent = Is this an exercise of yours?
own-exercise-sent-album = I take the first of your pictures.
own-exercise-sent-again = I don't have that picture any more. Could you send it once more?
own-exercise-too-large = That one is too large for me: 20 MB fit, about a minute of video. A shorter one?
own-exercise-lost = I no longer have its picture. Could you send it once more?
own-exercise-gone = That one was deleted.
own-exercise-unjudged = I can't judge this one: go by what you were shown. Stop at sharp, new or spreading pain.
own-exercise-unjudged-today = I can't judge this one on a day as sore as this. If in doubt, leave it. Stop at sharp, new or spreading pain.
own-exercise-unjudged-here = { $count ->
        [one] { $titles }: I can't judge this one. Go by what you were shown.
       *[other] { $titles }: I can't judge these. Go by what you were shown.
    }
own-exercise-waits = { $old } waits for a better day: I can't judge it.
own-exercise-change = What would you like to change?
own-exercise-ask-picture = Send me a photo or a short video of it. It stays with Telegram, and only you see it here.
own-exercise-ask-how = How does it go? One or two sentences are enough.
own-exercise-how-long = That is a little long: { $most } characters fit. How does it go?
own-exercise-ask-dose = How much of it? Or write it: "10 times", "3 × 20 s", "3 × 20 s, 10 s rest".
own-exercise-ask-sides = Is it done on one side, and then on the other?
own-exercise-where-to = Which routine shall { $name } go into?
button-own-exercises = My exercises
choice-own-exercises = Exercises of my own
button-own-exercise-one = One of my own
button-own-exercise-new = Add one
choice-own-exercise-make = Make it one of mine
button-own-exercise-no = No
button-own-exercise-add = Add to a routine
button-own-keep-name = Keep this name
button-own-words-only = Words only
button-own-skip = Skip this
button-own-part-n = Name
button-own-part-p = Picture
button-own-part-h = How it goes
button-own-part-d = How much
button-own-part-s = Sides
button-own-sides-1 = No
button-own-sides-2 = Yes, two sides

## Learn

learn = What would you like to read?
learn-note = You can also write a word: "sleep", "desk", "stress".
group-back = The upper back
group-causes = What may cause it
group-prevention = What helps
group-desk = Desk and phone
group-everyday = Everyday life
group-help = Getting help
topic-cause = Hurt is not the same as harm; most upper-back pain settles in weeks.
topic-doctor = Only a doctor can tell you whether you have it.

side-left = Left
side-right = Right
side-backward = Backward
side-forward = Forward
switch-left = The same on the left.
switch-right = The same on the right.
switch-backward = The same, now backward.
switch-forward = The same, now forward.

## Player

player-get-ready = Get ready: { $title } { $place } of { $places }
player-place = { $title } { $place } of { $places }
player-stay = Stay { $time }
player-flow = Move for { $time }
player-rest = Rest
player-switch = { $side ->
        [backward] Other way: backward
        [forward] Other way: forward
        [left] Other side: left
       *[right] Other side: right
    }
player-on-left = left
player-on-right = right
player-on-backward = backward
player-on-forward = forward
player-get-floor = Down to the floor, { $time }
player-get-bed = Onto the bed, { $time }
player-get-up = Up again, { $time }
player-next-floor = Next: down to the floor, { $time }.
player-next-bed = Next: onto the bed, { $time }.
player-next-up = Next: up again, { $time }.
player-next-position = Next: change position, { $time }.
player-next-over = Next: roll over, { $time }.
player-paused = Paused · { $title } { $place } of { $places }
player-reading = Steps · { $title } { $place } of { $places }
player-away = You were on { $place } of { $places }: { $title }.
player-asked = That was it. Did you do it?
player-hurting = Stopped. What is it like?
player-side = { $side } · { $cue }
player-form = { $form } · { $step }
player-station = { $station } · { $hold }
player-hold-number = Hold { $number } of { $count }
player-times = { $times ->
        [one] Once, slowly
       *[other] About { $times } times, slowly, { $seconds } s each
    }
# Once, with the first picture of an exercise that has colours in it.
player-colours = Colours: orange marks what stretches, berry what works.
player-keep-breathing = Keep breathing.
player-breath-first = Take your time, and tap when you are there.
player-new-first = New to you: tap when you are there.
player-no-hurry = Take your time.
player-paused-note = Take your time. I'll begin this one again.
player-away-note = I kept your place.
player-nothing-easier = This is the easiest way I know. Do less of it, or skip it.
player-named-not = { $title } doesn't suit what you told me, or needs something you don't have.
player-nothing-to-swap = I have nothing else for this one yet.
player-seconds = { $seconds } s
time-minutes = { $minutes } min
player-finished = That was { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
player-finished-short = That was a good start.
player-rate = How was it?
player-rated-u = Thank you. I'll keep it gentler. If it stays, or turns sharp or spreading, please ask a doctor.
done-today = Done for today.
done-today-hard = Done for today. Next time a little less.
done-today-least = Done for today. If even this was hard, please show your back to a doctor or a physio.
done-greeting = Done for today, { $name }.
done-goal = { $number ->
        [one] One day this week. That was your goal.
       *[other] { $number } days this week. That was your goal.
    }
done-back = Good that you came back.
done-first = { $move }: your first time.
done-longer = { $move }: { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } longer than last time.
done-liked = { $move } again, one of those you like.
done-whole = All of it today, nothing left out or swapped.
done-days = That makes { $number } days this week.
done-more = { $number ->
        [one] One minute
       *[other] { $number } minutes
    } more than last time.
done-round = That makes { $number } sessions in all.
done-learnt = You know { $number } moves by now.
done-moves = { $moves }: done.
done-next = Next time: { $title }, { $minutes } min.
done-next-at = { $when }: { $title }, { $minutes } min.
choice-hands-free = Hands-free next time
button-remind-me = Remind me
choice-another = Another { $minutes } min
how-far = Which move did you do last?
how-far-move = { $number } { $title }
player-left = Stopped here. What you did counts, and so does the day.
button-go-on-after-all = Go on after all
player-left-early = Stopped before the first move. Another time.
player-left-passed = Stopped here. Nothing is counted this time, and that's fine.
player-left-untouched = That's fine, and nothing is counted. It is here whenever you like.
player-line-done = Done: { $title } · { $minutes } min
player-line-left = Stopped: { $title }
button-rate-e = Easy
button-rate-r = Just right
button-rate-h = Hard
button-rate-u = It hurt
move-ready = I'm ready
move-steps = Show steps
move-pause = Pause
move-go-on = Go on
move-back = Back
move-skip = Skip
move-easier = Easier
move-swap = Swap
move-hurts = It hurts
move-too-much = Just too much
move-sharp = Sharp or new
move-numb = Numb, spreading
move-chest = Chest or breath
move-fine = It's fine, go on
move-start-over = Start over
move-stop = Stop
move-stop-here = Stop here
move-leave = Leave it
move-done = Done
move-yes-all = Yes, all of it
move-part-of-it = Part of it
move-not-this-time = Not this time

player-finished-week = { $days }.
level-offer-up = Three easy ones in a row. Shall we do a little more each time?
level-offer-down = Two hard ones in a row. Shall we do a little less each time?
level-offer-shorter = Two hard ones in a row. Shorter for now, about { $minutes } minutes?
level-offer-stand = Two hard ones in a row. Shall we stay off the floor for now?
level-offer-seated = Two hard ones in a row. Only seated moves for now?
level-offer-longer = Three easy ones in a row. Back to about { $minutes } minutes?
level-offer-floor-again = Three easy ones in a row. Back to moves on the floor, too?
level-offer-standing-again = Three easy ones in a row. Back to standing moves, too?
choice-level-yes = Yes, please
choice-level-keep = Keep it as it is
level-taken = Good. From the next session on your level is { $level ->
    [1] start
    [2] steady
   *[other] strong
}. You can turn it back in the settings.
level-taken-minutes = Good. From the next session on it is about { $minutes } minutes. You can turn it back in the settings.
level-taken-floor = Good. From the next session on { $floor ->
    [seated] all moves are seated.
    [standing-too] there are standing moves, too.
    [yes] there are moves on the floor again.
    [bed] there are moves for the bed again.
   *[other] no moves are on the floor.
} You can turn it back in the settings.
level-kept = It stays as it is.

## Programme

programme-size = { $weeks } weeks, each with { $least } to { $most } short sessions, on any days you like.
programme-week = { $week } · { $title }: { $length } a session
programme-instead = The seated one, since you told me to leave out the floor.
programme-head = { $title } · week { $week } of { $weeks }: { $name }
programme-so-far = { $done ->
        [0] { $least } to { $most } sessions make this week. Any day counts.
       *[other] { $done } of { $least } to { $most } this week
    }
programme-next = Next: day { $day ->
        [a] A
        [b] B
        [c] C
       *[other] { $day }
    }, { $length }
programme-week-done = Week { $week } is done. Week { $next } is ready when you are.
programme-once-more =
    This week is done. Something hurt, so let's stay here and keep it gentle. If it goes on, please ask a doctor or a physiotherapist.
programme-through = That was the last week, and now the whole programme is yours. Stay in this week as long as you like, or choose freely again.
programme-left = Free choice again. What you did counts, and the programme stays here for you.
programme-today = { $title } · week { $week }
choice-begin-programme = Begin
button-next-week = Next week
button-once-more = Once more
button-week-before = Week before
button-leave-programme = Leave it

## Progress

week-days = { $days } of { $goal ->
        [one] 1 day
       *[other] { $goal } days
    } this week
week-days-over = { $days ->
        [one] 1 day
       *[other] { $days } days
    } this week
progress-none = Nothing here yet. Two minutes make a start, and they count as a whole day.
progress-week = { $days } · { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
progress-so-far = So far
progress-sessions = { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } in all, { $learnt ->
        [one] 1 exercise
       *[other] { $learnt } exercises
    } learnt.
progress-programme = { $title }: week { $week } of { $weeks }.
progress-last = The last ones
progress-back = Good to see you again.
progress-run-days = Best run: { $days } days, with the days of rest in between.
progress-run-weeks = Best run: { $weeks } weeks, with the days of rest in between.
progress-felt-lower = Pain notes: lower than your first week.
progress-felt-same = Pain notes: about the same as your first week.
progress-felt-higher = Pain notes: higher than your first week.
progress-marks-done = { $days ->
        [one] 1 day done
       *[other] { $days } days done
    } ●
progress-marks-rest = { $days ->
        [one] 1 day of rest
       *[other] { $days } days of rest
    } ○
progress-marks-ill = { $days ->
        [one] 1 day ill
       *[other] { $days } days ill
    } ✚
progress-marks-away = { $days ->
        [one] 1 day away
       *[other] { $days } days away
    } ▲
progress-marks-weeks = Twelve weeks, one in each column, Monday on top.
progress-weeks = Your weeks
progress-week-told = { $day }: { $what }
progress-minutes = Minutes by week
progress-minutes-now = This week { $now }, at most { $most }.
progress-minutes-last = Twelve bars, one a week; the striped one is this week's.
progress-minutes-of-week = { $minutes } min
progress-week-minutes = { $day }: { $minutes } min
progress-felt = How it felt
progress-felt-few = Not enough notes yet. A picture needs three.
progress-felt-looks = Rings: noted before or on other days. Filled: after. Higher is more pain; lines join the middle of each week.
progress-felt-by-itself = Upper-back pain often changes on its own.
progress-felt-no-week = No week has three notes yet.
progress-felt-before = before { $number }
progress-felt-after = after { $number }
button-progress-weeks = Weeks
button-progress-minutes = Minutes
button-progress-felt = Pain
button-progress-done = What I did
button-progress-off = Away or ill
days-off = Away or ill?
days-off-cost-nothing = Those days cost nothing: they are marked, and no run ends.
days-off-ill = Get well soon. Nothing is counted until { $day }.
days-off-away = Away until { $day }.
choice-off-ill = { $days ->
        [one] Ill today
       *[other] Ill, { $days } days
    }
choice-off-away = Away, { $days } days
choice-off-pause = Pause reminders, too
button-off-back = I'm back
button-off-well = I'm well again
progress-past = { $day } · { $title } · { $minutes } min
day-today = today
day-yesterday = yesterday

## Settings and data

settings = Your settings. What is it about?
choice-settings-you = You and your back
choice-settings-sessions = Your sessions
choice-settings-reminders = Reminders
choice-settings-mat = On the mat
choice-settings-looks = How it looks
choice-settings-data = Your data
settings-data = What you told me is kept only here, and only to lead you. You can erase it at any time.
settings-large-about = Large: one button a row, and few words. Short: few words.
settings-large-note = In a session you can also say: "skip", "swap", "back".
button-settings-is-large-on = Large: on
button-settings-is-large-off = Large: off
button-settings-is-short-on = Short: on
button-settings-is-short-off = Short: off
button-settings-delete = { button-delete }
button-read-more = Read more
button-rest-of-buttons = More buttons
settings-level = Level: { $level ->
        [1] start
        [2] steady
       *[3] strong
    }
settings-floor = Floor: { $floor ->
        [yes] yes
        [bed] on a bed
        [stand] standing, not on the floor
        [seated] no, seated
       *[none] not asked yet
    }
settings-tags = Worked around: { $tags }
settings-tags-none = Worked around: nothing
settings-rhythm = { $minutes ->
        [0] Any length
       *[other] { $minutes } minutes
    }, { $goal ->
        [0] no goal for the week
        [one] 1 day a week
       *[other] { $goal } days a week
    }
settings-pictures = Pictures: { $pictures ->
        [moving] moving
        [still] still
       *[off] none, all in words
    }
ask-rings = When shall a session ring?
ask-rings-note = With a new message, so that your phone lets you know. Everything else changes without a sound.
button-rings-start = Start of a hold
button-rings-change = Change of side
button-rings-end = End of a hold
rings-start = start
rings-change = change
rings-end = end
settings-rings = Rings at: { $rings }
settings-rings-never = Rings: never
settings-hands-free = { $on ->
        [on] Hands-free: moves that you know go on without a tap. At the end I ask once whether you did it all.
       *[off] Hands-free: moves that you know go on without a tap, if you like.
    }
button-settings-rings = Ring at
button-settings-is-hands-free-on = Hands-free: on
button-settings-is-hands-free-off = Hands-free: off
settings-equipment = At hand: { $things }
settings-equipment-none = At hand: nothing
settings-equipment-unasked = At hand: not asked yet
button-settings-minutes = Length
button-settings-pictures = Pictures
settings-voice = Voice: { $voice ->
        [full] it says all
        [brief] it says little
       *[bells] bells only
    }.
button-settings-voice = Voice
button-settings-listens-on = Listen 1st: on
button-settings-listens-off = Listen 1st: off
ask-voice =
    How much shall the voice say when you listen to a session?
    After your second time with a move it always says less.
choice-voice-full = All of it
choice-voice-brief = Little
choice-voice-bells = Bells only
button-settings-goal = Days a week
button-settings-equipment = Things at hand
button-settings-level = Level
button-settings-floor = Floor
button-settings-tags = Work around
button-settings-age = Age
button-settings-seen = Looked at
button-settings-signs = Warning signs
button-warning-signs = Warning signs
button-delete = Erase my data
delete-ask = Delete everything I know about you? Sessions, notes, answers, settings, reminders, everything you made. It can't be undone.
delete-copies =
    { $nights ->
        [one] The nightly backup holds it for one more night; then it is gone there, too.
       *[other] The nightly backups hold it for { $nights } more nights; then it is gone there, too.
    }
choice-delete = Delete it all
choice-keep = Keep it
deleted = All of it is gone. If you ever come back, /start begins afresh.
button-my-data = My data
my-data = What I keep is yours. Take a copy, or erase it.
choice-export = Send me a copy
button-what-is-kept = What is kept
button-privacy = Privacy
button-who-can-read = Who can read it
button-how-long = How long
button-what-i-can-do = What I can do
privacy-who = Who can read what you tell me
privacy-who-lines =
    What you answer and do is kept in one file of this bot, only to choose moves and to remind you.
    Nobody reads along, but whoever runs this bot could open the file, and Telegram carries our messages.
    Nothing is sold or passed on. No ads, no tracking.
privacy-who-more =
    • In the chat, whoever runs this bot sees only totals, such as how many people moved this week, and the first names and numbers of people who were shut out.
    • Telegram can see our messages, as in any chat with a bot. Photos and films that you send stay with Telegram.
    • If a company hosts the machine or a copy, that company holds the file for them.
    • The code is open: anybody can see what it does.
privacy-kept = What is kept
privacy-kept-lines =
    Your number, first name and language at Telegram; what you answered, also about your health; what you did, noted and made.
    What you write is not kept, except names you give, notes you make, and what you were asked for.
privacy-kept-all = Everything that can be kept; /export shows what is kept about you:
privacy-time = How long
privacy-time-lines = Until you erase it, however long you are away. /delete takes all of it at once.
privacy-time-more =
    • Erased sooner: what came of a reminder, after { $days } days; the note that a message was dealt with, after { $hours } hours.
    • After you erase it: your number and the time stay for as long as there is a copy from before, so that it can't bring you back. If you were shut out, your number stays.
    • Copies that whoever runs this bot keeps elsewhere last as long as they keep them.
    • The log holds no name, no number and no word of yours.
    • The messages in this chat are yours to remove, in Telegram.
privacy-yours = What you tell me is yours
privacy-yours-lines =
    See it and take it along: /export. Erase it: /delete.
    Put it right: change any answer in the settings.
privacy-contact = Anything else: { $contact }
privacy-nobody = Anything else: ask whoever told you about this bot.
privacy-yours-more =
    You can also ask whoever runs this bot for it, in any words; they need your number at Telegram, which is in your copy.
    In the European Union you have a right to all of this, and can complain to the data protection authority where you live.
export-made = Here is all I keep about you.
export-what = One file with everything in it; README.txt inside says what is what. It is yours: mind where you leave it.
export-coming = It is being made. One moment.
export-file = unhunch-{ $day }.zip

## The page for one's physio

button-for-my-physio = For my physio
page-ask = One page of your last four weeks, to show to whoever looks after your back: what you did and what you noted. It has a name on it only if you type one.
choice-page-make = Make the page
choice-page-words = With my own words
choice-page-name = Put a name on it
choice-page-nameless = Without a name
page-ask-name = Which name shall I put on it? It goes there and nowhere else.
page-name-fault = Please write a name that fits on one line.
page-made = Your page. It shows what you noted, no more.
page-file = unhunch-physio-{ $day }.pdf
page-title = My last four weeks
page-days = { $first } – { $last }
page-of = { $name } · { $days }
page-last = These are my own notes. They are not medical findings.
page-done = What I did, and how much it hurt, 0 none to 10 the worst
page-week-days = { $span }: { $days ->
        [one] 1 day
       *[other] { $days } days
    }
page-week = { $span }: { $days ->
        [one] 1 day
       *[other] { $days } days
    }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
page-week-noted = { $week }; hurt { $noted }
page-noted = How much it hurt at sessions
page-noted-before = Before: { $noted }
page-noted-after = After: { $noted }
page-middle = median { $middle } of { $count } notes
page-too-few = not enough notes yet
page-remarks = In my words
page-remark = { $day }: { $words }
page-remark-number = { $day }, { $number }: { $words }
page-hurt = What hurt
page-stop = { $day }, sharp or new: { $title } ({ $where })
page-rests = { $stop }, rests until { $day }
page-unknown-move = which move is not known
page-unknown-place = place not said
page-hurt-days = Sessions that hurt: { $days }
page-too-much = Too much: { $moves }
page-earlier = { $count ->
        [one] And one earlier.
       *[other] And { $count } earlier.
    }
page-more = { $count } more
page-passed-over = Skipped or swapped
page-often = { $title } ({ $sessions }×)
page-moves = My moves, in how many sessions, and how much
page-move = { $title }: { $sessions }×, { $dose }
page-tags = Worked around
page-limits = What my back keeps me from, 0 can't to 10 as before
page-function = { $day }: { $number }

## What a copy of somebody's data holds: README.txt, with a sentence for each table (kept-…) and each column

readme-title = All that Unhunch keeps about you. Made on { $day }.
readme-files =
    data.json: everything, table by table, each row by the names of its columns.
    The files that end in .csv: the same as tables, for a spreadsheet. Their columns are explained below; text that a spreadsheet could take for a formula has ' before it.
    physio.pdf: your last four weeks on a page.
    media: the photos and films that you sent for exercises of your own. What was too large stays in your chat; media/README.txt names it.
    Times are in UTC, days go by your own clock. Yes and no are 1 and 0. What is empty was not said, or is not so. Names of moves and routines are those of the program.
    The messages in your chat are kept by Telegram, which has an export of its own.
readme-table = { $file } – { $what }
readme-column = - { $column }: { $what }
readme-only-json = - { $column } (in data.json only): { $what }
kept-any-other = what else the program needs
kept-any-id = the number of this row (in people: your number at Telegram)
kept-any-person = your number at Telegram
kept-any-at = when (of a reminder: at what time of day)
kept-any-session = the number of the session, as in sessions
kept-any-exercise = which move
kept-any-form = which form of it
kept-any-routine = which routine: its name, a day of a programme, or the number of one of your own; empty for a single move
kept-any-bot = the number of the bot at Telegram
kept-people = you: your answers and settings
kept-people-name = your first name, as Telegram tells it
kept-people-language = the language of your Telegram
kept-people-met-at = when you first wrote
kept-people-cleared = what you answered to the warning signs
kept-people-cleared-at = when you answered
kept-people-age = your age: 18 to 49, 50 to 64, 65 and over; 0 is under 18
kept-people-seen = whether anyone has looked at your back
kept-people-floor = where you can get down to
kept-people-level = your level, 1 to 3
kept-people-equipment = what you have at hand
kept-people-minutes = how long you want a session to be
kept-people-zone = your time zone
kept-people-zone-is-sure = whether you said that it is right
kept-people-is-discreet = whether reminders show no picture and no name
kept-people-follows-up = whether you are asked once more when nothing came of a reminder
kept-people-last-words = which greeting a reminder had last
kept-people-pictures = how you want to see the moves
kept-people-tags = what is worked around
kept-people-speaks = the language you chose
kept-people-rest = whether reminders rest after a warning
kept-people-rests-until = until when
kept-people-easy-until = until when breathing and a walk are enough
kept-people-signs-text = which text of the warning signs you answered
kept-people-signs-again = whether you will be asked about the signs again
kept-people-complained = whether you told of something that may be more than stiff
kept-people-news-at = when you last said that nothing is new with your back
kept-people-news-again = whether you will be asked about that again
kept-people-allowed = what your doctor or team said yes to
kept-people-will-ask = what you will ask them about
kept-people-check-in-day = on which day you are asked about your week; 0 is Monday
kept-people-skips-news = whether you don't want news from whoever runs the bot
kept-people-skips-check-in = whether you don't want to be asked
kept-people-limits = the one thing that your back keeps you from
kept-people-rings-at = what a session rings for: s for the start, c for a change of side, e for the end
kept-people-is-hands-free = whether a session waits for no tap where you know the move
kept-people-goal = how many days a week you aim for
kept-people-after-birth = whether the moves wait for a yes after a pregnancy
kept-broadcasts = what you told everybody, where you run the bot
kept-broadcasts-admin = your number at Telegram
kept-broadcasts-words = what you wrote
kept-broadcasts-stage = how far it is
kept-broadcasts-made-at = when you wrote it
kept-broadcasts-begun-at = when you sent it
kept-broadcasts-reached = up to which number of people it has come
kept-broadcasts-people = how many people it was meant for
kept-broadcasts-sent = how many have it
kept-broadcasts-lost = how many had blocked the bot
kept-broadcasts-failed = how many could not be told
kept-broadcasts-twice = how many of them may have it twice
kept-broadcasts-is-told = whether you know how it ended
kept-letters = a message to everybody, while it is on its way to you
kept-letters-broadcast = which of them
kept-letters-since = since when it has been your turn
kept-letters-due-at = when it will be sent
kept-letters-is-out = whether it is being sent
kept-letters-is-unsure = whether it may have reached you before
kept-letters-tries = how often that failed
kept-bans = that you were shut out of this bot. This stays, even after you delete everything else
kept-strangers-rest = whether something was to be looked after first
kept-strangers-rests-until = until when, where it was for a day
kept-strangers = that you wrote without being let in, and whether something was to be looked after first. It goes two days after you last wrote, with what your chat shows
kept-admitted = that you said the word that lets people in
kept-sessions = your sessions
kept-sessions-script = what the session was made of, step by step
kept-sessions-phase = how it ended, or where it is
kept-sessions-beat = at which step it was
kept-sessions-turn = how often something was tapped or rang in it
kept-sessions-began-at = when it began
kept-sessions-beat-at = when the last step began
kept-sessions-wake-at = when it goes on by itself
kept-sessions-live = whether it is still on
kept-sessions-rating = how it was: e easy, r just right, h hard, u it hurt
kept-sessions-led = how it went on: by taps, hands-free without a touch, or as a file
kept-sessions-beat-exercise = the move it was at
kept-sessions-beat-form = in which form
kept-sessions-beat-side = to which side or direction
kept-sessions-beat-counts = how many seconds that step counts for
kept-sessions-beat-held = how many seconds of it you stay
kept-sessions-kind-word = what the last sentence to it was about
kept-courses = the steps of a session that went on without a touch, until something of it is counted
kept-courses-beat = its place in the session
kept-courses-lasts = how many seconds it lasts
kept-courses-item = in which move of the session
kept-courses-side = which side or direction
kept-courses-seconds = how many seconds it counts for
kept-courses-held = how many seconds of it you stay
kept-done = what you did in them, one row for each side of each move
kept-done-number = its place in the session
kept-done-side = which side or direction
kept-done-seconds = how many seconds it counts for
kept-done-held = how many seconds you stayed
kept-too-much = forms that were too much for you
kept-chats = what your chat shows, and whether it can be reached
kept-chats-chat = the number of the chat, which is your number at Telegram
kept-chats-message = the number of the last message
kept-chats-stale = the number of a message that is still to be put away
kept-chats-shown = what the last message shows
kept-chats-sent-at = when it was sent
kept-chats-drawn-at = when it was last changed
kept-chats-owed = what is still to be shown
kept-chats-owed-at = since when
kept-chats-remains = what will be left of an older message
kept-chats-unwanted = numbers of your messages that you wanted gone
kept-chats-together = numbers of your messages that one button takes out of the chat
kept-chats-together-at = since when it is known which
kept-chats-papers = files that you asked for and that are still to come
kept-chats-lost-at = since when you can't be reached
kept-chats-lost-times = how often that was found
kept-chats-ask-again-at = when the bot tries to reach you again
kept-chats-put-off-until = when what could not be sent is tried again
kept-chats-put-off-times = how often it was put off
kept-programmes = the programme you are in
kept-programmes-programme = which
kept-programmes-week = in which week of it
kept-programmes-since = since when
kept-own-routines = routines of your own
kept-own-routines-name = what you called it
kept-own-routines-made-at = when you made it
kept-own-lines = the moves in them
kept-own-lines-place = its place in the routine
kept-own-lines-hold = how many seconds you want to stay
kept-own-lines-repetitions = how many times you want it
kept-own-lines-rest = how many seconds you want to rest between
kept-awaited = what you were last asked for in words
kept-awaited-what = what
kept-awaited-about = the numbers of what it is about
kept-reminders = your reminders
kept-reminders-weekdays = on which days: Monday counts 1, Tuesday 2, Wednesday 4, Thursday 8, Friday 16, Saturday 32, Sunday 64
kept-reminders-starts = what it starts; empty: the session of the day
kept-reminders-is-paused = whether it rests
kept-reminders-paused-until = until which day
kept-reminders-paused-from = from which day on, where it begins later
kept-reminders-made-at = when you made it
kept-reminders-next-at = when it comes next
kept-reminders-on-day = on which day, where it comes once
kept-reminders-is-done = whether that one has come
kept-again = reminders that come once more
kept-again-reminder = the number of the reminder
kept-again-due-at = when it is due
kept-again-kind = whether you put it off, or nothing had come of it
kept-again-since = since when it is due
kept-deliveries = reminders that came, and what came of them
kept-deliveries-reminder = the number of the reminder
kept-deliveries-due-at = when it was due
kept-deliveries-claimed-at = when it was made ready
kept-deliveries-state = what came of it
kept-deliveries-ended-at = when
kept-deliveries-to-tell = whether you have yet to hear that it was missed
kept-deliveries-told-in = in which one you are told
kept-sharp-stops = what was sharp or new
kept-sharp-stops-rests-until = until when the move rests
kept-sharp-stops-place = where it was: b back or neck, k knee, w wrist, e elsewhere
kept-sharp-stops-is-back = whether the move is back
kept-passed-over = moves that you skipped or swapped
kept-passed-over-how = which of the two
kept-tastes = moves that you like, or never want
kept-tastes-taste = which of the two
kept-did-it = days on which you said that you did it
kept-did-it-day = the day
kept-pain-notes = your notes of how it felt
kept-pain-notes-moment = b before a session, a after it, m the morning after, w of the week, n at any time
kept-pain-notes-number = 0 none to 10 the worst
kept-pain-notes-felt = the same in a word
kept-pain-notes-words = what you wrote
kept-pain-notes-morning = how it was the morning after
kept-checkins = your weeks, as you told them
kept-checkins-pain = how much it hurt on average, 0 none to 10 the worst
kept-checkins-function = how it went with the one thing, 0 can't to 10 as before
kept-checkins-stiffness = how long it was stiff on waking
kept-checkins-change = the week compared with the one before
kept-checkins-in-the-way = what got in the way
kept-people-hides-run = whether days in a row are not told
kept-people-no-floor-at = when you last asked for nothing on the floor, for that day
kept-people-seated-at = when you last asked for seated moves only, for that day
kept-people-is-large = whether you want one button in a row
kept-people-is-short = whether you want fewer words
kept-people-taken-down = what was made less after hard sessions, and what it was before
kept-days-off = days on which you were ill or away
kept-days-off-first = the first of them
kept-days-off-last = the last of them
kept-days-off-kind = which of the two
kept-drawn = pictures that were drawn for you
kept-drawn-job = what it shows
kept-drawn-hash = a mark that tells whether it is out of date
kept-drawn-file-id = its name at Telegram
kept-own-exercises = exercises of your own
kept-own-exercises-name = what you called it
kept-own-exercises-how = how it goes
kept-own-exercises-hold = how many seconds you stay
kept-own-exercises-times = how many times
kept-own-exercises-rest = how many seconds you rest between
kept-own-exercises-sides = on how many sides
kept-own-exercises-made-at = when you made it
kept-own-media = the photos and films that you sent for them
kept-own-media-file-id = its name at Telegram
kept-own-media-file-unique-id = its name at Telegram, the same for every bot
kept-own-media-kind = what it is
kept-own-media-size = how large it is, in bytes
kept-own-media-album = what you sent together has the same mark
kept-own-media-caption = the words below it
kept-own-media-is-gone = whether Telegram no longer has it
kept-own-media-sent-at = when you sent it
recorded-coming = Putting your film together. One moment.
recorded-for = { $weekday }, { $date }: { $title }
recorded-things = You need { $things }.
recorded-is-on = Listening: { $title }
recorded-own = A session of your own
recorded-stopped-at = You stopped at { $title }, { $place } of { $places }.
recorded-just-begun = It has only just begun. Tap Done at the end, or Stop here.
recorded-pause-first = Pause the sound first.
recorded-pause-there = Pause it in the player; I can't from here.
recorded-left-there = The player shows it.
recorded-new = { $title } is done on the floor, and new to you. Have a look at it before you lie down?
recorded-high = Not as a file today.
recorded-high-why = A file plays on whatever you feel. At 7 of 10 or more, I'd rather go step by step with you.
recorded-too-long = That's { $minutes } minutes, and { $kind ->
    [sound] a file to listen to
   *[film] a film
} can have { $most }. In the chat there's no limit.
recorded-no-room = There's no room here for the file just now. It's our fault, and nothing of yours is lost.
recorded-not-made = I couldn't make the file just now. It's our fault, and nothing of yours is lost.
choice-show-first = Show me first
choice-play-anyway = Play anyway
choice-in-chat = In the chat instead
button-listen = Listen
button-watch = Watch
kept-people-voice = how much the voice says: full, brief or bells
kept-people-listens = whether listening is offered first
kept-sent-films = messages with a session to listen to or to watch
kept-sent-films-message = the number of the message
kept-sent-films-sent-at = when it was sent
kept-asked = which question you were asked on which day, and when the colours of the pictures were explained
kept-asked-question = the question
kept-asked-day = the day

## Reminders

reminder-line-0 = A few minutes for you?
reminder-line-1 = Shall we move a little?
reminder-line-2 = A short break, if you like.
reminder-line-3 = Time to get up for a moment.
reminder-line-4 = After your coffee: a short round.
reminder-line-5 = A good moment for a stretch.
reminder-line-6 = Nothing big. A few easy minutes.
reminder-line-7 = Let's loosen up a little.
reminder-line-8 = Here is your short break.
reminder-line-9 = Slow and easy, for a little while?
reminder-line-10 = One small break, then on with your day.
reminder-line-11 = Ready when you are.
reminder-line-12 = Here I am, as agreed.
reminder-line-13 = A change of position?
reminder-line-14 = Even two minutes count as a whole day.
reminder-line-15 = Breathe out. Shall we?
reminder-line-16 = A little movement, just for you.
reminder-line-17 = Time to look away from the screen.
reminder-line-18 = Your moment of calm, if it suits.
reminder-line-19 = A stretch now, or a little later?
reminder-line-20 = Small and often is plenty.
reminder-line-21 = You choose how much. Shall we begin?
reminder-line-22 = Some fresh ease for the day?
reminder-line-23 = A quiet little round?
reminder-line-24 = Let's take it gently.
reminder-line-25 = Here and now, if you like?
reminder-line-26 = Your break is here.
reminder-line-27 = Stand up, breathe, and begin?
reminder-line-28 = How about a short round?
reminder-line-29 = Easy does it. A few minutes?
reminder-line-30 = A pause that moves you?
reminder-line-31 = Right on time: your short break.
reminder-line-32 = A bit of movement, then back to it.
reminder-late-down = Sorry, I was away at { $time }. How about now?
# How long it takes, and what is in it.
reminder-takes = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
reminder-says = { $length }: { $moves }
reminder-more-moves = { $count } more
reminder-late-busy = { $time } was a busy minute. Now?
away-today = I was away at { $time } today.
away-yesterday = Yesterday I was away at { $time }.
away-from-to = I was away from { $first } to { $last }.
away-on = On { $day } I was away at { $time }.
button-start-now = Start
button-nod-q = +15 min
button-nod-h = +1 h
button-nod-d = Did it
button-nod-n = Not today
button-nod-e = Tonight
button-nod-m = More …
button-nod-x = Stop reminding
choice-reminder-short = Only two minutes
reminder-put-off = Good. I'll be back { $when }.
reminder-too-late = That would be in the quiet hours, from 21:30 to 8:00.
reminder-next = Next: { $when }.
reminder-said-d = Done, and it counts as a day.
reminder-said-n = Not today.
day-and-time = { $day } { $time }
day-tomorrow = tomorrow
every-day = every day
from-day-to-day = { $first }–{ $last }
reminders = Your reminders
reminders-none = No reminders yet. When shall I knock? You can also write it: "weekdays 8:30".
reminders-waiting = Not kept yet: { $what }. Tap Keep.
reminders-as-before = They come as before.
reminders-come-then = They come on that day as it is.
reminders-rest-until = They rest until { $day } already.
reminders-rest-as-is = They rest already.
ask-wake-all = They rest: { $what }. Shall they come again from now on?
reminders-no-undo = I can't take that back by words. Tap one to change it, or write a time for a new one.
reminders-none-stopped = Nothing was stopped. Tap one that shall go.
reminders-full = I can keep { $most } at most. Delete one to make room for another.
reminder-todays = today's session
reminder-label = { $time } { $days }
reminder-label-short = { $time }, { $count ->
        [one] 1 day
       *[other] { $count } days
    }
reminder-row-next = next: { $day }
reminder-rests = resting
reminder-rests-note = It is resting. Nothing comes until you wake it.
reminder-rests-until = All are resting until { $day }.
reminder-rests-on = not { $day }
reminder-rests-between = not { $first } to { $last }
reminder-rests-from = until { $day }, then resting
reminder-rests-ahead = All are to rest: { $what }.
reminder-what = { $times }, { $days }: { $what }.
reminder-draft = Shall I? { $what }
reminder-not-set = Not set yet: tap Keep.
reminder-not-changed = Not changed yet: tap Keep.
line-not-set = Not set yet: { $what }
line-not-changed = Not changed yet: { $what }
reminder-upcoming = Next: { $list }
reminder-kept = Kept. I'll be there.
reminder-kept-resting = Set, but your reminders rest, so it will not come. Shall they go on? Tap Wake all.
reminders-rest-means = While they rest, no reminder comes. "Wake all" lets them go on.
reminder-deleted = That one is gone.
reminder-not-then = It doesn't come on those days as it is.
reminder-left = It stays as it was.
reminder-none-such = There is no reminder like that, so nothing was changed. These you have:
ask-delete-this = Delete the reminder { $which }?
choice-delete-this = Delete it
reminder-once = Once, { $when }: { $what }.
reminder-row-once = once
reminder-label-once = { $time } { $day }
reminder-label-once-short = { $time } once
reminder-plan = Several reminders
reminder-plan-line = { $time }, { $days }
when-which = Which do you mean?
when-caught = I didn't get all of that. Is this it?
when-spread = Spread over the day, one of these? Or write the times.
when-one-by-one = One at a time, please. Which first?
when-each = Every { $days }, { $times }
when-on = { $days }, { $times }
when-once = Once, { $when }
when-half = Got it: { $what }.
when-past = That time has gone by today. Tomorrow?
when-by-your-clock = I turned { $zone } into your time.
when-too-many = That is more than I can keep at once. Begin with a few of them?
part-morning = in the morning
part-afternoon = in the afternoon
part-evening = in the evening
button-other-time = Other time
choice-reminder-add = Add a time
choice-reminder-keep = Keep
choice-reminder-todays = Today's session
button-reminders = Reminders
button-reminder-days = Days
button-reminder-time = Time
button-reminder-what = Session
button-reminder-discard = Discard
button-not-my-clock = Not my clock
button-reminder-rest = Let it rest
button-reminder-wake = Wake it
button-reminder-delete = Delete
button-reminders-pause = Pause all
button-reminders-wake = Wake all
button-reminders-no-pause = No pause
ask-time = At what time? Tap one, or write any other: "7:45", "weekdays 18h", "7:45 and 15:00".
times-not-understood = I didn't quite get the time.
choice-time-keep = { $time } is right
button-time-earlier = 15 min earlier
button-time-later = 15 min later
ask-days = On which days? Now: { $days }.
button-days-every = Every day
button-days-working = Mon to Fri
ask-what = What shall it begin with?
ask-pause = How long shall they all rest? Nothing comes before then.
ask-pause-note = Or write a day: "24 December", "Monday", "10 days".
choice-pause-1 = Until tomorrow
choice-pause-7 = For a week
choice-pause-14 = For two weeks
ask-stop = Which ones shall stop?
choice-stop-this = Only { $which }
choice-stop-this-one = Only this one
choice-stop-a-while = All, for a while
choice-stop-all = All of them
choice-first-reminder = Again tomorrow, { $time }
button-another-time = Another time
button-not-now = Not now
zone-ask = I guess it's { $time } where you are. Right?
zone-guess = It's { $time } by the clock of { $place }. Is that yours?
zone-is = It's { $time } where you are, by the clocks of { $place }. Right?
zone-assumed = I'll assume it's { $time } where you are.
zone-assumed-place = I'll assume you go by the clock of { $place }: it's { $time }.
zone-right = Good, then it's { $time }.
zone-moved = It's { $time } where you are. All reminders go by that clock now.
zone-city = { $city }, { $country }
zone-city-then = { $city }, { $country } { $time }
button-zone-yes = Yes
button-zone-no = No
choice-clock-odd = Other times
choice-clock-whole = Whole hours
ask-clock = What does your clock say?
ask-clock-note = Or write your city, in any language, or send me your location: I keep only its time zone.
clock-unknown = I know of no place where the clocks say that.
city-unknown = I don't know a city of that name. A bigger one near you?
place-unknown = I can't tell the time there.
ask-city = Which is nearest to you, or keeps your time?
button-settings-language = Language
settings-language = Language: { $language }
ask-language = Which language shall I speak?
button-settings-zone = Time zone
button-settings-reminders = Reminders
button-settings-is-discreet-on = Discreet: on
button-settings-is-discreet-off = Discreet: off
button-settings-skips-news-on = News: off
button-settings-skips-news-off = News: on
button-settings-follows-up-on = Ask again: on
button-settings-follows-up-off = Ask again: off
button-settings-hides-run-on = Best run: hidden
button-settings-hides-run-off = Best run: shown
settings-reminders = Reminders: { $discreet ->
        [on] discreet, without picture and names
       *[off] with picture and names
    }, { $again ->
        [on] at most one repeat a day, if nothing came of one
       *[off] no repeats
    }

## What people wish in words

wish-likely = Do you mean this?
wish-likely-two = Do you mean one of these?
wish-thanks = You're welcome.
reply-no = All right, I'll leave that.
reply-which = Which one? Tap it, or say it.
reply-first-this = This first, please: yes or no?
reply-other-words = A short yes or no is easily misread here. Please say which button you mean.
reply-say-delete = To delete it, please say: "delete it".
reply-say-stop = To stop them, please say: "stop all".
reply-tags-ask = Type what it is, or "done".
reply-nothing-waits = Nothing is running, and no reminder waits for an answer.
wish-bye = See you. Take care.
wish-better = That's good to hear. Little and often keeps it going.
wish-like = Good to know. Which move is it? Write "I like cat-cow", or tap "More" on its card.
wish-never = Which move is it? Write "never locust", or tap "More" on its card.
ask-taste-never = Shall I never suggest { $title } again?
ask-taste-like = Shall { $title } come more often?
wish-motivation = Some days are like that. Two minutes count as a whole day, and you may stop at any time.
wish-sad = I'm sorry it is a heavy day. Nothing has to be done here. If moving helps, two gentle minutes are enough.
wish-stop-reminders = Shall your reminders stop?
wish-too-many = That's too often, then. Take one away, change its days, or let all of them rest.
wish-easiest = This is the gentlest level already. On each card "Easier" gives you less, and "Gentle" is the softest routine.
wish-hardest = This is the highest level already. On each card "Harder" gives you more, where there is more.
wish-complaint = I'm sorry, that was no help. I'm a small program and miss a lot. Shorter words work best: "5 min", "pause", "my reminders".
wish-feedback = Thank you, that helps. I can't pass it on from here: please tell whoever gave you this bot, or open an issue where its code is.
wish-off-topic = That's beyond me: I only know short moves for a stiff upper back.
wish-about = I'm Unhunch, a small program: not a person, and not an AI that makes things up. People who care about stiff backs wrote every word, and my code is open.
wish-doctor-question = I'm no doctor and can't examine you, so I can't tell what it is. A doctor or a physiotherapist can.
wish-nothing-before = There is nothing to repeat yet. Here is a start.
wish-language = I don't speak that one yet.
ask-wish-lacks = Shall I leave out what needs { $thing }?
ask-wish-has = Shall I use { $thing } from now on?
choice-wish-yes = Yes, please
ask-wish-floor = { $floor ->
        [yes] Is the floor all right for you?
        [bed] Only what can be done on a bed?
        [stand] Standing and seated, nothing on the floor?
       *[seated] Only seated moves, nothing on the floor?
    }
wish-recovering = Good that you told me. An illness like that takes its time, so keep to what your doctor said: light, short, and sitting down if you like. Stop and tell them if you get breathless or dizzy, or if your chest hurts. You can begin with two gentle minutes.
wish-left-out-never = You never want: { $moves }.
wish-left-out-tags = I work around: { $tags }.
wish-left-out-floor = { $floor ->
        [bed] You move on a bed, not on the floor.
        [stand] You move standing and seated, with nothing on the floor.
       *[seated] You move seated only.
    }
wish-left-out-things = I leave out what needs: { $things }.
wish-no-film = Here I can't make a film of it. The session itself shows each move in turn, at your pace.
wish-no-audio = Here I can't make sound files. The session itself tells each move in turn, at your pace.
wish-done-alone = Good on you. I count only what was done with me, or what you answer with "done" below a reminder, so I can't enter this one.
wish-no-undo = A session that is over stays in what you did: I can't take a single one out. Deleting everything is the one way.
pain-nearest = The session waits. Which of these comes nearest?
taken-too = Done, too: "{ $said }".
not-taken = One thing at a time: "{ $said }" is not done yet. Say it again after this.
ask-limits-together = Shall I note all of this?
limit-floor = { $floor ->
        [yes] the floor is fine
        [bed] on a bed only
        [stand] nothing on the floor
       *[seated] seated moves only
    }
limit-lacks = without { $thing }
limit-has = with { $thing }
limit-tag = work around: { $tag }
limit-never = never { $move }
limit-counts = I go by what you told me: { $what }. You can change that in /settings.
choice-limits-together = Yes, all of it
ask-wish-limit-gone = Shall I no longer work around this: { $tags }?
choice-limit-gone = Yes, take it off
wish-limit-gone-by-hand = Good to hear. I still work around this: { $tags }. When those who look after you say so, untick it in the list.
wish-left-out-none = Nothing is left out for you so far.
session-hold-time = { $times ->
        [one] Hold for { $seconds } s, once.
       *[other] Hold for { $seconds } s, { $times } times.
    }
session-no-time = This one has no time of its own. Stay as long as it feels good.
session-move-time = Keep moving for { $seconds } s.
pain-in-place = In place of { $number }.
wish-shared = Each of you needs a Telegram account of your own: that is how I tell people apart. Two who share one account would share one history, one set of limits and one set of reminders. Whoever writes to me from their own account begins at the beginning.
wish-devices = I have no app of my own: I live in Telegram. The same account shows this chat on a phone, a tablet and a computer, and on a new phone all is still there. I only answer in a chat of our own, not in groups.
wish-errand = I can't book, buy or call anything for you. I lead short moves, and I knock when you want me to.
wish-as-it-is = All right, that stays as it is.
wish-each-length = How long each move lasts comes with your level. In a routine of your own you can set it for every move by itself.
wish-long-enough = Most adults hold a stretch for 10 to 30 seconds, older people for 30 to 60. It is enough when it feels tight, and never when it hurts.
wish-breathing = Calmly and slowly, and never hold it. The card of each move says when to breathe in and when to breathe out.
wish-no-own-yet = You have no routine of your own yet. Make one, and put the moves you like into it.
wish-which-own = Which one do you mean? Open it to change it.
wish-forget-pain = What you told me about pain stays only in your notes here, and in what I work around. You can take a note back, untick what I work around, or delete everything.
wish-seated = Only seated moves today, nothing standing and nothing on the floor.
wish-seated-already = All that is left of this can be done seated.
button-seated-today = Today's, seated
button-seated-always = Always seated
ask-no-floor = Without the floor: for today, or always?
button-no-floor-today = Today
button-no-floor-always = Always
ask-wish-age = Shall I note your age? It only changes how gently we begin.
ask-wish-easier = One level down, from now on?
ask-wish-harder = One level up, from now on?
ask-wish-goal = { $days ->
        [one] One day a week?
       *[other] { $days } days a week?
    }
ask-wish-language = Shall I speak { $language } with you?
ask-wish-pause = Pause all reminders from now until { $day }?
choice-wish-pause = Pause them
when-every-few = I can't count every few days. Mon and Thu come closest.
when-alternate = I can't count every other day. Mon, Wed and Fri come closest.
when-no-end = I can't end it on a day: it goes on until you delete it.
when-no-begin = I can't begin on a later day: it comes from the next time on.
when-no-fortnight = I can't count every other week: it would come each week.
when-no-month = I can't count by the month: it would come each week.
when-unless-moved = On a day on which you moved with me, none comes anyway.
when-no-length = A reminder has no length of its own, a session has: "always { $minutes } minutes" sets it.
when-length-set = Noted: sessions of { $minutes } minutes at most.
when-no-condition = I can't know that, so it would come each time.
ask-pause-between = All reminders rest from { $first } to { $last } and come again { $until }. Shall they?
ask-pause-from = All reminders rest from { $first } on, until you wake them. Shall they?
ask-pause-on = One day without reminders, { $day }, and then on as before?
ask-pause-instead = The pause that was asked for before ({ $what }) falls away.
ask-pause-all-day = It is for all of that day.
choice-pause-on = Skip that day
choice-pause-each = Never on { $day }
choice-wish-begin = Start
choice-wish-again = The same again
choice-wish-reminders-on = Wake all
choice-wish-discreet = Discreet: on
choice-wish-is-large-on = Larger buttons, fewer words
choice-wish-is-large-off = Buttons as usual
choice-wish-is-hands-free-on = Go on without a tap
choice-wish-is-hands-free-off = Wait for my tap
choice-wish-is-short-on = Fewer words
choice-wish-is-short-off = All the words
session-suits = I can't see that from here. If it hurts there, leave it.
session-not-seen = I can't see that from here. This is how it's done; if it hurts, leave it.
session-no-change = I can't change that while it runs.
session-not-now = I can't do that just now.
session-begins-again = It begins again, so you have longer.
session-own-pace = I can't change its pace.
session-coming = Next comes: { $title }.
session-coming-none = Nothing more: this is the last one.
session-this-one = This is { $title }, { $place } of { $moves }.
session-left = { $moves ->
        [0] This is the last one
        [one] One more after this one
       *[other] { $moves } more after this one
    }, { $minutes ->
        [0] less than a minute.
        [one] about a minute.
       *[other] about { $minutes } minutes.
    }

## What stays of an older answer: one grey line below the words it answered, and nothing of health in it

line-how-you-feel = About how you feel
line-how-you-feel-call = About how you feel · ☎ { $number }
line-reminders = Reminders: { $list }

## When things go wrong

not-sure = I'm not sure what you mean, and I'd rather not guess.
only-language = I speak { $language } alone so far; small words such as yes, no, start and stop I know in others, and danger in many.
not-sure-still = I'm not sure what you mean. This still waits for you:
not-sure-again = And this still waits for you:
not-sure-nearly = I'm not sure. Did you mean this?
button-something-hurts = Something hurts
button-something-else = Something else
typing =
    You can write it in your own words, for example:
    "5 min" · "cat cow" · "something for my neck" · "remind me weekdays at 8"
    "pause reminders till Monday" · "easier" · "I have no chair" · "how often?"
    In a session: "pause", "next", "how long left", "it hurts".
not-words-sticker = Nice one! I can only read words, though.
not-words-voice = I can't listen yet. Please type it, or tap.
not-words-other = I can only read words. Please type it, or tap.
button-what-to-write = What to write
our-fault = That didn't work, and it's our fault. Nothing of yours is lost.
file-not-made = Your page could not be made, and it's our fault. Nothing of yours is lost. Ask for it again under /progress.
file-not-made-copy = Your copy could not be made, and it's our fault. Nothing of yours is lost. Ask for it again: /export
retired = That one is no longer here. These are.
sessions-plenty = That's { $most } sessions since yesterday, and more than a back needs. Let it rest, and go on tomorrow.
pain-notes-full = That's a lot of notes for one day: this one replaces the last.
nothing-running = Nothing is running.
groups = I work in private. Tap here to open our chat:

## Somebody who may not use the bot

outside-hello = Hello { $name }, I'm Unhunch.
outside-hello-nameless = Hello, I'm Unhunch.
outside-word = I'm here for people who know my word. If somebody gave it to you, send it to me.
outside-list = I'm here for a few people, and don't know you yet. Whoever runs me can let you in by your number: { $number }
outside-wrong = That isn't my word. Have another look at it, and send it again.
outside-tries =
    { $minutes ->
        [one] That was a lot of tries. The next one counts in a minute.
       *[other] That was a lot of tries. The next one counts in { $minutes } minutes.
    }
outside-banned = You can't use this bot any more.
outside-danger = If something is wrong, write to me all the same, or call your local emergency number.
outside-unwell = I can't look into that here. If it is new, strong or worries you, ask a doctor; in an emergency call your local emergency number.
toast-slow-down = That was too quick for me. One moment.
cannot-follow = That was a lot at once, and I lost some of it. Give me a moment, and say the last one again.
cannot-follow-danger = If something is wrong, call your local emergency number.
outside-contact = Ask { $contact } about it.
outside-yours = What I keep about you is still yours.
toast-look-below = Please look at the newest message first
toast-old-button = That button is from an older message

two-sentences = { $first } { $second }

## For those who run the bot: how it does, what everybody is told, who is shut out

report-title = Something went wrong with me
report-once = • { $part }: { $what }
report-times = • { $part }: { $what }, { $times } times
part-bot = The bot
part-file = The file with all data
part-clock = The clock
part-content = Exercises and words
part-incoming = What people send
part-library = Something that the bot uses
part-news = Messages to everybody
part-pictures = Pictures and files
part-reminders = The reminders
part-sending = Sending
part-sessions = Sessions
part-telegram = Telegram
part-watch = Watching from outside
report-more = and { $more } more
report-how = You hear of each kind once an hour at most. The log says more; unhunch doctor says what to do.

stats-title = How the bot is doing
stats-people = { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $reachable } can be reached
stats-new = { $people } new this week
stats-shut-out = { $people } shut out
stats-week = This week: { $active ->
        [one] { $active } person
       *[other] { $active } people
    } moved, { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    }
stats-today = Reminders due today: { $due }, { $coming } still to come
stats-trouble = Late { $late } · failed { $failed } · lost { $lost }
stats-chart =
    The picture: twelve weeks, the last one not over yet. A bar shows the week's sessions, a dot the people who moved. Weeks begin on Monday, in UTC.
    Failed and lost are today's, in your zone; lost are people who had blocked the bot when their reminder came.
button-look-again = Look again
broadcast-from = From whoever runs this bot. You'd rather not get these? /settings, Reminders, “News”.
broadcast-ask = What shall everybody hear? Write it here. You see it first, and send it with a tap.
broadcast-nobody-yet = Only you see this so far. There is nobody else yet.
broadcast-preview = { $people ->
        [one] Only you see this so far. It goes to one person, without a sound.
       *[other] Only you see this so far. It goes to { $people } people, without a sound.
    } Anybody in a session gets it afterwards; whoever wants no news, is under 18, or was told to see somebody first, doesn't get it.
choice-broadcast-send = { $people ->
        [one] Send it to { $people } person
       *[other] Send it to { $people } people
    }
button-write-anew = Write it anew
button-dont-send = Don't send
broadcast-too-long = That is { $length } characters, and there is room for { $most }. Please make it shorter.
broadcast-only-words = Only words can go to everybody. Write them here.
line-broadcast = Something for everybody
broadcast-dropped = Good. It goes to nobody.
broadcast-going = On its way: { $told } of { $people }
broadcast-waiting = { $people ->
        [one] { $people } person is told later: they are in a session, or Telegram would not take it yet.
       *[other] { $people } people are told later: they are in a session, or Telegram would not take it yet.
    }
broadcast-done = It has gone out.
broadcast-stopped = It was stopped.
broadcast-left = A message to everybody was stopped: whoever sent it is no longer an admin.
broadcast-cut = It was stopped because an older copy of the data was put in place. Some people may have it without being counted.
broadcast-sent = { $people ->
        [one] { $people } person has it
       *[other] { $people } people have it
    }
broadcast-twice = { $people } of them may have it twice
broadcast-lost = { $people } blocked the bot
broadcast-failed = { $people } could not be told
choice-broadcast-stop = Stop it
button-broadcast-look = How far is it?
bans-title = Shut out
button-bans = Who is shut out
bans-none = Nobody is shut out.
bans-how = "/ban 123" shuts out the person with that number at Telegram: they still get help in danger and their own data, but nothing else. "/unban 123" lets them in again.
bans-more = … and { $people } more
ban-no-number = Who? Write the number that Telegram has for them, as in "/ban 123".
ban-admin = That person runs the bot, and can't be shut out.
ban-done = { $who } is shut out.
ban-unknown = I don't know { $who } yet. If they come, they are shut out.
ban-before = { $who } was shut out already.
unban-done = { $who } may come in again.
unban-nobody = { $who } is not shut out.
choice-let-in = Let in { $who }
admin-who = { $name } ({ $number })

## Commands, and what Telegram shows about the bot

command-start = begin here
command-exercise = all exercises
command-routine = ready routines
command-remind = when I shall knock
command-learn = good to know: causes, desk, doctor
command-progress = your weeks at a glance
command-pain = note how it feels, 0 to 10
command-settings = what I should know
command-help = how it works, when to stop
command-stop = end what is running
command-privacy = what is kept, and who can read it
command-export = a copy of all you know about me
command-delete = erase all you know about me
command-stats = how the bot is doing
command-broadcast = tell everybody something
command-bans = who is shut out
bot-short-description = Short, guided stretches for a stiff upper back. Free, open source, not a doctor.
bot-description =
    Two minutes for a stiff upper back: I show each move, count the seconds and say when to change sides.
    Free and open source. No doctor, no promises: if a warning sign fits you, get medical help instead of exercising.

## What the voice says in a recorded session, beside the words of the exercises. Commas are pauses; numbers are words.

voice-minutes-1 = One minute.
voice-minutes-2 = Two minutes.
voice-minutes-3 = Three minutes.
voice-minutes-4 = Four minutes.
voice-minutes-5 = Five minutes.
voice-minutes-6 = Six minutes.
voice-minutes-7 = Seven minutes.
voice-minutes-8 = Eight minutes.
voice-minutes-9 = Nine minutes.
voice-minutes-10 = Ten minutes.
voice-minutes-11 = Eleven minutes.
voice-minutes-12 = Twelve minutes.
voice-minutes-13 = Thirteen minutes.
voice-minutes-14 = Fourteen minutes.
voice-minutes-15 = Fifteen minutes.
voice-stop-rule = Stop if anything feels sharp, new or spreading.
voice-bells = A rising bell means begin. A falling bell means rest.

voice-next = Next,
voice-to-the-floor = Now down to your mat or bed. Take your time.
voice-from-the-floor = Now up again, slowly. Take your time.

voice-left = Left.
voice-right = Right.
voice-other-side = Other side.
voice-backward = Backward.
voice-forward = Now forward.

voice-five-more = Five more seconds.
voice-keep-breathing = Keep breathing.
voice-again = And again.
voice-last-one = Last one.
voice-last-on-side = Last one on this side.
voice-rest = And rest.

voice-well-done = That's it. Well done.
voice-new-spot = Shuffle to a new spot.
voice-come-up = Stay as long as you like. Then roll to one side, and come up slowly.
## What stands in the video of a session, large

film-next = Next
film-place = { $place } of { $places }
film-left = LEFT
film-right = RIGHT
film-backward = BACKWARD
film-forward = FORWARD
film-own = Your own move
film-done = Well done
