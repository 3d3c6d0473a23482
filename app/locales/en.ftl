## Page frame

site-description = Who does what in your local government, what you may expect, and a way to be heard.
skip = Skip to the content
demo-label = Demonstration
demo-banner = This is a demonstration: all data are samples, and all people in it are invented.
nav-main = Main navigation
nav-menu = Menu
nav-services = Services
nav-directory = Who does what
nav-cases = Cases
nav-forum = Forum
nav-track = Follow a case
nav-desk = Staff desk
nav-account = My account
nav-sign-in = Sign in
footer-send = Send feedback
footer-track = Follow a case
footer-ledger = Public ledger
footer-privacy = Privacy
footer-governments = All governments
footer-emergency = In an emergency call 112 (police 110, ambulance 119). Nobody watches this site around the clock.
crumbs = You are here
crumb-home = Home
pager = Pages
pager-first = First page
pager-next = Next page
form-wrong = Please check the following
form-wrong-title = Error
session-ended = Your session has ended. Your text is still on this page. Sign in again in a new tab, then come back and send it.

## Home

home-title = Your local government
home-heading = Who does what in your local government
home-lead = See what a service takes and costs, who is responsible for it, and send feedback. You need no account.
home-choose = Choose a government
home-none = No local government has been set up on this site yet. Please come back later.
home-none-title = No government yet
home-track = Enter your receipt to see how far your case has come, and to say whether it was solved.
home-track-title = Have you sent something?
home-promise = Every case has a due date that everyone can see. Late is shown as late. Only the person who sent a case can say that it is solved.
home-promise-title = What we promise

## Front page of a government

front-description = Services, offices, posts and residents’ cases in { $government }.
front-heading = What do you need in { $government }?
front-track = Follow a case with your receipt
front-events = What do you want to arrange?
front-newest = Newest cases
front-all-cases = See all cases
front-month = Last 30 days
front-received = Received
front-answered = Answered
front-confirmed = Solved, says the reporter
front-contested = Contested by the reporter
front-silence = Where a reporter says nothing, we do not count the case as solved. Silence does not mean satisfied.
front-who-title = Who does what
front-units = Units and offices
front-positions = Posts
front-services = Services
front-forum = Discussion forum

## Occasions

event-lahir = Birth and family
event-lahir-hint = Birth certificate, family card, child identity card
event-dokumen = Identity documents
event-dokumen-hint = Identity card, family card, certificates
event-pindah = Moving house
event-pindah-hint = Moving in, moving out, a new address
event-usaha = Business
event-usaha-hint = Permits and help for small businesses
event-berobat = Health care
event-berobat-hint = Puskesmas (community health centre), referrals, insurance
event-sekolah = School
event-sekolah-hint = Enrolment, transfer, certificates
event-rumah = House and land
event-rumah-hint = Building approval, property tax, land documents
event-kendaraan = Vehicles and roads
event-kendaraan-hint = Roadworthiness test, parking, traffic
event-kerja = Work
event-kerja-hint = Job seeker’s card, training, vacancies
event-bantuan = Social assistance
event-bantuan-hint = Assistance for families, older people and people with disabilities
event-lingkungan = Neighbourhood
event-lingkungan-hint = Waste, street lights, drains, roads

## Search

search-label = Search services, units, posts and cases
search-placeholder = For example: birth certificate
search-button = Search
search-title = Search
search-title-for = Results for “{ $q }”
search-type = Type what you are looking for, for example the name of a document or an office.
search-nothing = We found nothing for these words. Try fewer or simpler words.
search-nothing-title = Nothing to show
search-see-services = See all services
search-cases = Cases
kind-service = Service
kind-services = Services
kind-unit = Unit
kind-units = Units
kind-position = Post

## Services

services-title = Services
services-all = All services
services-filter = Occasions
services-none = See all services, or search with other words.
services-none-title = No services here
served-by-kecamatan = Every kecamatan (district) office
served-by-kelurahan = Every kelurahan (ward) office
service-every-kecamatan = Every kecamatan (district) office provides this service. These are its posts.
service-every-kelurahan = Every kelurahan (ward) office provides this service. These are its posts.
service-cases = Cases about this service
service-no-cases = No published case is about this service.
service-send = Did it go as described here? Tell us what went well or wrong. You may send it without your name.
service-who = Who serves you
service-pledge-title = The promise
part-responsible = Responsible
part-performs = Does the work
part-decides = Decides
standard-time = How long it takes
standard-fee = What it costs
standard-product = What you receive
standard-since = Standard in force since
standard-none = No service standard has been published for this service yet.
standard-requirements = What you need
standard-procedure = How it works
standard-complaints = If something goes wrong
standard-more = The rest of the service standard
standard-basis = Legal basis
standard-facilities = Facilities
standard-competence = Staff competence
standard-supervision = Internal supervision
standard-officers = Number of officers
standard-guarantee = Service guarantee
standard-safety = Safety and security
standard-evaluation = Performance evaluation

## Units

units-title = Units and offices
units-lead = Every agency and area office, with its services, its posts and how to reach it.
units-agencies = Agencies
units-areas = Districts (kecamatan)
units-areas-note = Wards and villages are on the page of their district.
tab-units = Units
tab-positions = Posts
unit-services = Services of this unit
unit-positions = Posts in this unit
unit-below = Units under this one
unit-cases = Cases about this unit
unit-all-cases = See all cases about this unit
unit-no-cases = No published case is about this unit.
unit-contact = Contact
unit-address = Address
unit-hours = Opening hours
unit-phone = Telephone
unit-email = E-mail
unit-send = Complaint, suggestion, question or praise. You may send it without your name.
unit-send-title = Feedback on this unit

## Posts

positions-title = Posts
positions-lead = A post has duties and exists even when nobody holds it. Feedback is about the post, not about the person.
positions-all = All posts
positions-filter = Type of post
positions-none = There is no post of this type. Choose another type or see all posts.
positions-none-title = No posts here
type-jpt_pratama = Senior executive (JPT pratama)
type-administrator = Administrator
type-pengawas = Supervisor (pengawas)
type-fungsional = Specialist (fungsional)
type-pelaksana = Staff (pelaksana)
position-type = Type of post
position-class = Job class
position-headcount = Filled
position-of = { $actual } of { $required }
position-filled = { $actual } of { $required } filled
position-duties = Duties
position-basis = Basis:
position-outputs = What this post produces
position-authority = What this post may decide
position-holder = Who holds this post
position-before = Earlier holders
position-vacant = Vacant
position-vacant-since = Vacant since { $date }
position-place = Place in the government
position-unit = Unit
position-superior = Reports to
position-services = Services this post works on
position-send = Describe the work of the post and what happened. You may send it without your name.
position-send-title = Feedback on this post
tenure-since = since { $from }
tenure-from-to = { $from } to { $to }
tenure-acting = Acting (Plt)
tenure-acting-short = Acting (Plt)
tenure-daily = Standing in (Plh)
tenure-daily-short = Standing in (Plh)

## Kinds of feedback and protection

kind-pengaduan = Complaint
kind-pengaduan-hint = Something went wrong, took too long or was not as promised.
kind-aspirasi = Suggestion
kind-aspirasi-hint = Something could be done better, or is missing.
kind-permintaan_informasi = Information request
kind-permintaan_informasi-hint = You want to know how something works or was decided.
kind-apresiasi = Praise
kind-apresiasi-hint = Something went well and the people who did it should hear of it.
kind-penyimpangan = Alleged misconduct
kind-penyimpangan-hint = For example a bribe or an illegal levy. It goes to the Inspektorat (Inspectorate), never to the unit it is about, and is never made public.
protection-anonim = Without my name
protection-anonim-hint = Everyone may read the case once it has been checked. Nobody is told who sent it, and we do not ask for your name.
protection-anonim-staff = The text is published. Who sent it is not shown to anyone.
protection-rahasia = Confidential
protection-rahasia-hint = Nothing is published, neither the text nor your name. Only the staff who handle the case read it.
protection-rahasia-staff = Neither the text nor a name is published. Only those who handle the case read it.
protection-publik = With my name
protection-publik-hint = Everyone may read the case with the name you give, once it has been checked.
protection-publik-staff = The text and the name the reporter gave are published.

## Sending feedback

send-button = Send feedback
send-description = Send a complaint, suggestion, question or praise. No account needed; your name is your choice.
send-step = Question { $n } of { $of }
send-about = About
send-back = Back
send-next = Continue
send-send = Send
send-choose = Choose one
send-unsaid = Not given
send-perlindungan-title = Your protection
send-perlindungan-question = Who may know that it comes from you?
send-name = Your name
send-name-hint = Only if you chose “With my name”. Everyone will see it with the case.
send-no-account = You need no account. After sending you get a receipt to follow the case.
send-tentang-title = What is it about?
send-about-label = Service or unit
send-about-hint = If you do not know, choose “I do not know” and we find the right unit. Is it about one post? Then start from its page:
send-about-posts = all posts
send-about-unknown = I do not know
send-cerita-title = What do you want to tell?
send-kind = What kind of feedback is it?
send-story = Tell it in your own words
send-story-hint = What happened, where and when, and what you would like to happen. At least 20 characters.
send-names-warning = Please write no NIK (national identity number), no phone numbers and no names of other people. Naming a person may count as defamation under Indonesian law: describe the post and the event instead.
send-draft-restored = Your draft on this phone has been restored.
send-draft-forget = Delete the draft
send-draft-never = Report without a name: what you write is not kept on this phone before it is sent. Closing this page loses it.
send-date = When did it happen? (optional)
send-date-hint = If you do not remember the day, leave it empty.
send-tempat-title = Where was it?
send-area = Kecamatan or kelurahan (district or ward)
send-area-hint = Optional. Choose the place it is about, not where you live.
send-area-unknown = I do not know, or it does not matter
send-place = A more exact place (optional)
send-place-hint = For example a street, RT/RW (neighbourhood) or landmark. Not your own address if you want to stay unknown.
send-photos = Photos (optional)
send-photos-hint = Up to 3 photos, 8 MB each. Show no faces, number plates or documents. Place and device data are removed.
send-photos-kept = Photos already added
send-photo-kept = Photo { $n }
send-photo-drop = Untick to leave this photo out.
send-photos-chosen = Photos that will be sent
send-photos-clear = Clear the choice
send-photos-too-many = { $n ->
    [one] Only the first photo was taken.
   *[other] Only the first { $n } photos were taken.
 }
send-kontak-title = Shall we write to you?
send-email = E-mail address (optional)
send-email-hint = We write when your case has arrived, when there is an answer and when there is a message; for confidential reports at fixed hours, a few times a day. You can set how much after sending.
send-email-anonymous = An anonymous report is not told of by e-mail, so that nothing shows who sent it. After sending you get a receipt: news, questions and the answer wait for you there. Would you rather be told by e-mail? Choose “Confidential” in the first step.
send-email-note = The address is kept encrypted, apart from the case, and is never published. Staff see it only when two people agree on a reason, and you are told. Without it you follow the case with your receipt.
send-periksa-title = Check your answers
check-protection = Protection
check-about = About
check-kind = Kind
check-story = What you tell
check-date = When
check-area = District or ward
check-place = Place
check-photos = Photos
check-photo-count = { $n ->
    [0] None
    [one] { $n } photo
   *[other] { $n } photos
 }
check-email-anonymous = None: the news waits at the receipt
check-email = E-mail address
check-change = Change
check-misconduct = Alleged misconduct is always confidential. It goes to the Inspektorat (Inspectorate), never to the unit it is about.
check-consent = By sending you say that this is true as far as you know, and agree that we keep it in order to handle the case. What we keep:
sent-title = Your feedback has arrived
sent-reference = Its reference is { $reference }.
sent-receipt = Your receipt
sent-save = Write this number down or take a screenshot. It is the only key to your case: do not give it to anyone.
sent-once = It is shown for half an hour, on this phone only.
sent-next = What happens next
sent-verify = By { $date } a verifier reads it and passes it to the right unit.
sent-answer = By { $date } the unit answers.
sent-praise = The unit reads your praise. Praise has no due date for an answer.
sent-you-decide = You say whether it was solved. If it was not, you can contest the answer once.
sent-follow = Follow this case
sent-front = Back to the front page

## Following a case

track-title = Follow a case
track-lead = Enter the receipt that you were shown after sending.
track-receipt = Receipt
track-receipt-hint = 20 digits, with or without spaces.
track-button = Show the case
track-lost = Without the receipt we cannot show the case: we do not know who sent it. If it was published, you find it among the cases. You can also send it again.
track-lost-title = I have lost my receipt
track-leave = Close this case on this phone
track-yours = What you sent
track-public = See the public page of this case
track-not-public = This case cannot be read by the public.
track-solved-question = Is it solved?
track-note = A note to the unit
track-note-hint = Optional if it is solved. If it is not, say what is still missing, in at least 10 characters. Only those who handle the report read it.
track-confirm = Yes, it is solved
track-contest = No, it is not solved

## Cases

cases-title = Cases
cases-lead = What residents sent and what became of it. Cases appear once they have been checked; confidential ones never do.
cases-empty = No case has been published here yet. You can send the first.
cases-empty-title = No cases yet
cases-none = No published case matches this choice. Show all cases or choose something else.
cases-none-title = No cases match
cases-of-unit = Only cases about { $name }
filter-all = All
filter-button = Show
filter-clear = Show all cases
filter-kind = Kind
filter-status = Status
case-about = What it is about
case-by = Sent by { $name }
case-by-anonymous = Sent without a name
case-handled-by = Handled by
case-journey = Journey of the case
case-ledger = In the public ledger
case-ledger-count = { $n ->
    [one] { $n } entry belongs to this case. The newest has this hash:
   *[other] { $n } entries belong to this case. The newest has this hash:
 }
case-ledger-link = See the ledger
case-no-unit = Unit not yet known
case-not-a-person = A case is about a service, a unit or a post, not about a person.
case-photo = Photo { $n } of this case
status-submitted = Waiting to be checked
status-assigned = With the unit
status-in_progress = In progress
status-responded = Answered, waiting for the reporter
status-disputed = Contested by the reporter
status-closed = Closed
status-confirmed = Solved, says the reporter
status-closed-unconfirmed = Closed without the reporter’s confirmation
status-archived = Archived
status-late = Late, was due { $date }
due-is = Due { $date }
due-was = Was due { $date }
step-received = Received
step-published = Published
step-protected = Protection raised or text masked
step-assigned = Passed to the unit
step-archived = Archived
step-progress = Progress
step-answered = Answered
step-confirmed = The reporter says: solved
step-contested = The reporter says: not solved
by-reporter = Reporter
by-verifier = Verifier
by-handler = Unit
by-inspector = Inspektorat (Inspectorate)
by-system = System
next-verify = Next: a verifier reads it and passes it to the right unit.
next-answer = Next: the unit answers.
next-answer-again = Next: the unit answers again.
next-confirm = Next: the reporter says whether it is solved.
next-by = By { $date }
outcome-upheld = Upheld
outcome-upheld-hint = What was reported is right.
outcome-partly = Partly upheld
outcome-partly-hint = Some of what was reported is right.
outcome-not_upheld = Not upheld
outcome-not_upheld-hint = It was examined, and what was reported is not right.
outcome-not_examined = Not examined
outcome-not_examined-hint = It could not be examined. Say why in the answer.
archive-spam = Spam or sent by mistake
archive-no_public_service = Not about a public service
archive-hate = Hate or threats
archive-court_case = Already before a court
archive-too_general = Too general to be acted on
archive-outside = Outside this government’s powers

## Staff desk

desk-title = Staff desk
desk-front = Overview
desk-cases = Cases
desk-evaluation = Evaluation
desk-moderation = Moderation
desk-roles = Your roles
desk-waiting = { $n ->
    [0] none waiting
    [one] { $n } waiting
   *[other] { $n } waiting
 }
desk-done = Saved.
queue-label = Queues
queue-empty = This queue is empty. Choose another one above.
queue-empty-title = Nothing waits here
role-verifier = Verifier
role-handler = Unit handler
role-post_holder = Post holder
role-assessor = Assessor
role-inspector = Inspectorate
role-moderator = Moderator
role-performance_team = Performance team
role-administrator = Administrator
desk-original = As it was sent
desk-original-masked = What was reported, masked
desk-identity = The reporter’s contact details are kept apart from the case and are not shown here.
desk-see-public = See the public page
desk-handling = Handled by
desk-received = Received
desk-verify-due = To be checked by
desk-outcome = Outcome
desk-accept-title = Accept and pass on
desk-headline = Headline
desk-headline-hint = Say in a few words what it is about, without names of people.
desk-public-text = Text for the public and the unit
desk-public-text-hint = Take out names, NIK, phone numbers and addresses, and what shows who a protected reporter is. Change nothing else. Of a confidential report only the unit reads this; it is never published.
desk-protection = Protection
desk-unit = Unit that answers
desk-unit-hint = Alleged misconduct goes to the Inspektorat (Inspectorate), never to the unit it is about.
desk-element = Element of the service
desk-accept = Accept and pass on
desk-archive-title = Archive instead
desk-archive-reason = Reason
desk-archive-note = Explanation to the reporter
desk-archive-note-hint = The reporter reads this. Say where they can go instead, in at least 10 characters.
desk-archive = Archive
desk-answer-title = Answer
desk-answer = Your answer
desk-answer-hint = Say what you found, what was done, and by when the rest follows. If the case is public, so is the answer.
desk-answer-button = Send the answer
desk-progress-title = Report progress
desk-progress = What has been done so far
desk-progress-hint = The reporter reads this. If the case is public, everyone does.
desk-progress-button = Report progress
element-none = None of these, or not clear
element-requirements = Requirements
element-procedure = Procedure
element-completion_time = Completion time
element-cost = Cost
element-product = What was delivered
element-staff_competence = Competence of staff
element-staff_behaviour = Behaviour of staff
element-facilities = Facilities
element-complaint_handling = Handling of complaints

## Evidence cards

record-title = Evidence cards
record-lead = Reports that were found true, confirmed praise and forum answers that helped become evidence cards. The post holder replies first; then the assessor decides.
card-title = Evidence card: { $title }
card-source = Comes from
source-upheld = Upheld case, confirmed by the reporter
source-partly = Partly upheld case, confirmed by the reporter
source-praise = Praise, confirmed by the reporter
card-element = Element of the service
card-position = Post
card-holder = Holder on that day
card-vacant = The post was vacant
card-event = happened { $date }
card-event-on = Happened on
card-said = What was said
card-answer = What the unit answered
card-standard = The standard that applied
card-standard-from = In force since { $date }
card-your-reply = Your reply is awaited
card-your-decision = Your decision is awaited
card-awaits-reply = Waiting for the post holder’s reply
card-awaits-decision = Waiting for the assessor’s decision
card-reply-title = The post holder’s reply
card-reply = Your reply
card-reply-hint = Say how you see it and what lay outside your control. The assessor reads it before deciding.
card-reply-button = Send the reply
card-replied = Replied { $when }
card-no-reply = There is no reply.
card-decision-title = The assessor’s decision
card-decision = Your decision
card-not-decided = Not decided yet.
card-reason = Reason
card-reason-hint = The post holder reads this. Refer to the event, the standard and the reply.
card-decide-button = Record the decision
decision-accept = Accepted as evidence
decision-accept-hint = It says something about the work of this post.
decision-accept_with_note = Accepted with a note
decision-accept_with_note-hint = It counts, with a circumstance that has to be read along with it.
decision-reject = Not accepted
decision-reject-hint = It says nothing about the work of this post, for example because it was outside its control.
card-no-score = No formula turns reports into a rating. A person reads this card, hears the other side and gives a reason.
card-no-score-title = No score

## Forum

forum-title = Forum
forum-lead = Discuss services and the neighbourhood with other residents and with the government. Everyone can read; writing needs an account.
forum-all = All topics
forum-categories = Categories
category-layanan = Services
category-lingkungan = Neighbourhood
category-usulan = Proposals
category-tanya = Questions
category-kinerja = Performance of units
forum-start = Start a topic
forum-empty = Nobody has started a topic here. You can be the first.
forum-empty-title = No topics yet
forum-official = Official answer
forum-replies = { $n ->
    [one] { $n } reply
   *[other] { $n } replies
 }
forum-supports = { $n ->
    [one] { $n } supporter
   *[other] { $n } supporters
 }
forum-support = Support
forum-supported = You support this
forum-flag = Tell a moderator
forum-reply-number = about reply { $n }
forum-hidden = A moderator has hidden this text. Reason:
forum-hidden-title = Hidden topic
forum-sign-in = Sign in to reply or to support.
forum-reply = Your reply
forum-reply-hint = Stay with the subject. No personal data of yourself or others.
forum-reply-button = Reply
forum-answer-as = Official answer of { $unit }
forum-answer-as-hint = The reply is shown under the name of the unit, not under yours.
forum-as = You write as { $name }.
forum-category = Category
forum-topic-title = Title
forum-topic-title-hint = Say in one line what it is about, 10 to 120 characters.
forum-text = Text
forum-text-hint = Write about services, units and posts. No NIK, no phone numbers, no names of private people.
forum-publish = Publish
flag-title = Tell a moderator
flag-topic = Topic
flag-lead = A moderator reads it and decides. Criticism of an official is no reason to hide a text, however many people flag it.
flag-reason = What is wrong with it?
flag-note = Explanation (optional)
flag-button = Tell the moderator
flag-done = Thank you. A moderator will look at it.

## Moderation

moderation-lead = A number of flags hides nothing. Hide a text only for one of the reasons; the author is told the reason and your explanation.
moderation-empty = No text waits for a decision.
moderation-empty-title = Nothing flagged
moderation-flags = { $n ->
    [one] { $n } flag
   *[other] { $n } flags
 }
moderation-reason = Reason for hiding
moderation-note = Explanation to the author
moderation-note-hint = The author reads this. At least 10 characters.
moderation-hide = Hide the text
moderation-keep = Keep the text
hide-personal_attack = Personal attack
hide-personal_data = Personal data
hide-spam = Spam or advertising
hide-hate = Hate or threats
hide-off_topic = Off topic

## Signing in, signing up, account

sign-in-title = Sign in
sign-in-lead = You need an account only for the forum and for staff work. Sending and following a case need none.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-by-link = Sign in with a link by e-mail
sign-up-link = Create an account
sign-out = Sign out
sign-up-title = Create an account
sign-up-lead = For the forum. You may use a pseudonym.
sign-up-name = Name shown in the forum
sign-up-name-hint = It may be a pseudonym. 2 to 60 characters.
sign-up-email-hint = Never shown to others. We send a link to this address.
sign-up-password = Password (optional)
sign-up-password-hint = At least 10 characters. Leave it empty to sign in by e-mailed link only.
sign-up-button = Create the account
link-title = Sign in with a link
link-hint = We send a link to this address. It works once, for half an hour.
link-button = Send the link
link-open = Press the button to sign in. The link works once.
link-open-title = Sign in
mailed = If this address can be used, a mail is on its way. Open the link in it within half an hour. If nothing comes, look in the spam folder or ask again.
mailed-title = Check your e-mail
mailed-demo = This is a demonstration, so a mail may not arrive. Use one of the demonstration accounts on the sign-in page.
account-title = My account
account-notices = Notices
account-no-notices = You have no notices.
account-sessions = Where you are signed in
account-this-one = This device
account-unknown-device = Unknown device
account-last-used = Last used { $when }
account-end = Sign out there
account-end-others = Sign out everywhere else
account-ended = Signed out there.
notice-cards-handed = Evidence cards came over to your desk to be decided.
notice-card-offered = An evidence card about your post is waiting for your reply
notice-card-case-reopened = The report behind a card that was decided is open again. Look at the decision once more.
notice-card-decided = An evidence card about your post has been decided
notice-plan-proposed = A performance plan waits for your agreement.
notice-plan-returned = Your performance plan was given back with a note.
notice-plan-agreed = Your performance plan is agreed.
notice-evaluation-reported = Results wait for your evaluation.
notice-evaluation-issued = Your evaluation document was handed over.
notice-evaluation-objected = There is an objection to an evaluation.
notice-evaluation-explained = An objection waits for your decision.
notice-evaluation-decided = There is a decision on an evaluation.
notice-topic-replied = There is a new reply to your topic
notice-hidden-personal_attack = A moderator hid your text: personal attack
notice-hidden-personal_data = A moderator hid your text: personal data
notice-hidden-spam = A moderator hid your text: spam or advertising
notice-hidden-hate = A moderator hid your text: hate or threats
notice-hidden-off_topic = A moderator hid your text: off topic

## Demonstration accounts

demo-accounts = Choose one to see the site with that person’s eyes. No password needed; all of them are invented.
demo-accounts-title = Demonstration accounts
demo-resident = A resident: write in the forum, support a topic, tell a moderator.
demo-verifier = Check what came in, protect the reporter, pass cases on.
demo-verifier-second = A second person: agrees when a reporter's identity must be opened.
demo-handler = Answer any unit’s cases within the due date.
demo-handler-unit = Answer the cases of one unit, the civil registry (Disdukcapil).
demo-inspector = Handle alleged misconduct in the Inspektorat (Inspectorate).
demo-assessor = Decide on evidence cards, with a reason.
demo-moderator = Decide on flagged texts in the forum.
demo-administrator = Look at the desk as an administrator.
demo-post-holder = Camat (head of a district): reply to cards about the post, assess others.
demo-performance-team = Open years of evaluation and see where they stand.
demo-ward-head = Lurah (head of a ward): reply to cards about the post.
demo-all-desks = Every desk of one government in a single account.

## Public ledger

ledger-title = Public ledger
ledger-lead = Every important step becomes a numbered entry. The hashes of all entries form one tree, and the tree has one number at its root. Changing, removing or slipping in a single letter gives another root. No report’s words and no personal data are in it.
ledger-empty = The first case or forum topic makes the first entry.
ledger-empty-title = No entries yet
ledger-number = Number
ledger-date = Date
ledger-kind = What happened
ledger-hash = Hash
ledger-feedback-received = Case received
ledger-feedback-assigned = Case passed to a unit
ledger-feedback-archived = Case archived
ledger-feedback-progress = Progress reported
ledger-feedback-answered = Case answered
ledger-feedback-confirmed = Reporter says: solved
ledger-feedback-contested = Reporter says: not solved
ledger-evidence-offered = Evidence card made
ledger-evidence-replied = Post holder replied
ledger-evidence-decided = Evidence card decided
ledger-assessor-delegated = Assessing delegated
ledger-assessor-delegation-withdrawn = Delegation of assessing taken back
ledger-evaluation-year-opened = Year of performance evaluation opened
ledger-organisation-rated = What an organisation reached was set
ledger-plan-started = Performance plan begun
ledger-plan-proposed = Performance plan proposed
ledger-plan-returned = Performance plan given back
ledger-plan-agreed = Performance plan agreed
ledger-plan-changed = New version of a performance plan begun
ledger-evaluation-started = Performance evaluation begun
ledger-evaluation-report = Results reported
ledger-evaluation-issue = Evaluation document handed over
ledger-evaluation-acknowledge = Evaluation document read
ledger-evaluation-deadline-passed = Days to object to an evaluation over
ledger-evaluation-object = Objection to an evaluation
ledger-evaluation-explain = Objection to an evaluation explained
ledger-evaluation-hear-both = Both sides of an objection heard
ledger-evaluation-decide = Objection to an evaluation decided
ledger-evaluation-finalise = Performance evaluation final
ledger-evaluation-correct = Performance evaluation corrected by a new version
ledger-forum-topic = Topic started
ledger-forum-reply = Reply written
ledger-forum-hidden = Text hidden by a moderator
ledger-forum-kept = Flagged text kept by a moderator
ledger-directory-published = Change of the directory published
ledger-content-erased = Content of an entry erased
ledger-now = The tree now
ledger-size = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
ledger-root = Root
ledger-grown = Checked: this tree only adds to that of { $day }.
ledger-not-grown = This tree does not fit that of { $day }. Something was changed.
ledger-days = The tree at the end of each day
ledger-days-lead = Keep one of these roots, or a screenshot. Later anyone can prove with it that the entries up to that day are still the same.
ledger-day = Day
ledger-entries = Entries
ledger-check = Check
ledger-fits = Fits
ledger-fits-not = Does not fit
ledger-all-days = Every day’s end (JSON)
ledger-newest = Newest entries
ledger-how = How to check it yourself
ledger-how-copy = Copy all entries: { $address }. The hash of a leaf is SHA-256 of a byte 0 and seven lines of text; that of a node is SHA-256 of a byte 1, the left and the right hash (RFC 9162).
ledger-how-keep = Keep today’s root: { $address }
ledger-how-grow = Ask for the proof that the tree only grew: { $address }
ledger-how-own = Whoever sent a report has a proof file. With it they, and anyone they trust, can check that their words were recorded, without asking us.
ledger-how-described = Full description for programs: { $address }
proof-title = Proof that it was recorded
proof-number = Your report is entry { $number } in the public ledger.
proof-holds = Checked: this entry is in the tree as it is now, and your words fit its hash.
proof-holds-erased = Checked: this entry is in the tree as it is now. Its content was erased, so the words can no longer be compared.
proof-fails = This proof does not fit. Keep the file and show it to the inspectorate or the Ombudsman.
proof-leaf = Hash of the entry
proof-root = Root of the tree, { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
proof-download = Download the proof file
proof-keep = This file holds your words. Keep it to yourself.
pack-link = File for the Ombudsman (PDF)
pack-title = Case { $reference }: file for the Ombudsman
pack-page = Page { $page } of { $pages }
pack-lead = The portal of { $government } made this file from its own records. It holds what was reported, every step with its day and unit, what was due when and by which rule, and the proof that the steps were recorded on their day.
pack-what = What
pack-content = Content
pack-headline = Title
pack-kind = Kind
pack-received = Received
pack-status = State
pack-area = Area
pack-made = File made
pack-deadlines = What was due
pack-missed = At least one day was missed.
pack-not-missed = No day was missed. The reporter has not said that it is solved.
pack-due = Due
pack-done = Done
pack-verdict = Result
pack-rule = Rule
pack-due-verify = Verification
pack-due-answer = Answer
pack-due-answer-again = The next answer
pack-not-done = Not yet
pack-late = Late
pack-in-time = In time
pack-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
pack-sent = What the reporter sent
pack-published = What was published
pack-when = When
pack-who = By
pack-step = Step
pack-ledger = In the public ledger
pack-ledger-lead = Each step below is a numbered entry that cannot be changed unnoticed. How to check it stands at { $address }.
pack-law = The law
pack-law-text = Residents may take public services that do not meet their standard to the Ombudsman (Law 25/2009 on public services; Law 37/2008 on the Ombudsman of the Republic of Indonesia). The days in this file come from the rules named in each row.

## What we keep

privacy-title = Privacy
privacy-read-title = Reading
privacy-read = Reading needs no account and no name. We set no cookie, except one that remembers your language if you change it, and load nothing from other sites.
privacy-send-title = Sending
privacy-send = We keep what you write and what you choose. A name or e-mail address is kept encrypted, apart from the case; a name is published only if you chose “With my name”. A draft stays on your phone until you send it. Your receipt is kept in a cookie on your phone for half an hour.
privacy-anonymous-title = Without your name
privacy-anonymous = We keep no name, no network address and no device, and the case carries only the hour it came. It is not tied to an account, even if you are signed in. The receipt, and an e-mail address if you leave one, are the only links between you and the case. Please write nothing in the text that gives you away.
privacy-photo-title = Photos
privacy-photo = Photos are encoded anew before we keep them, so place, time and device data are gone. What can be seen in the picture stays: leave out faces, number plates and documents.
privacy-account-title = Account
privacy-account = An account holds your e-mail address, the name you chose and, if you set one, a password in a form that cannot be read back. While you are signed in we keep a cookie and a short device name such as “Chrome, Android”, so that you can end sessions you do not know.
privacy-ledger-title = Ledger
privacy-ledger = The public ledger holds hashes, times and kinds of steps, and no personal data. A text can be erased without breaking the chain.
privacy-never-title = Never
privacy-never = We never ask for your NIK (national identity number), never show an official’s NIP (employee number), and never rank people.

## Mails

mail-sign-in-subject = Your link to sign in to Balai
mail-sign-in-text =
    Hello,

    Someone asked for a link to sign in to Balai with this address. Open it and press the button:

    { $link }

    The link works once, for half an hour. If it was not you, ignore this mail: nothing happens without the link.

    Balai
mail-address-taken-subject = You already have an account at Balai
mail-address-taken-text =
    Hello,

    Someone tried to create an account at Balai with this address, which already has one. If it was you, sign in here, with your password or with a link by e-mail:

    { $link }

    If it was not you, ignore this mail: nothing has changed.

    Balai
mail-feedback-received-subject = Your case { $reference } has arrived
mail-feedback-received-text =
    Hello,

    Your feedback to { $government } has arrived. Its reference is { $reference }.

    Answer due: { $due }
    (Praise has no due date.)

    We tell you when it is answered; how much we tell you, you can set on the page of your report.

    To follow the case, open Balai, choose “Follow a case” and enter the receipt that you were shown after sending. For your safety neither the receipt nor your text is in this mail.

    Balai
# Mails about reports that wait from a version before; news for reporters is now written as own-…
mail-feedback-answered-subject = There is an answer to your case { $reference }
mail-feedback-answered-text =
    Hello,

    There is an answer to your case { $reference }.

    To read it, open Balai, choose “Follow a case” and enter your receipt. There you can also say whether it is solved. If it is not, you can contest the answer once. Your silence does not count as satisfied.

    { $next }

    Balai

mail-card-offered-subject = An evidence card waits for your reply
mail-card-offered-text =
    Hello,
    {""}
    There is an evidence card about the post that you held on the day of the event. You can reply to it until { $date }. Your reply always travels with the card, and the assessor does not decide before you have replied or that day is over.
    {""}
    Sign in to Balai; the link is with the notice on your account page. To keep it confidential, nothing of it is written in this mail.
    {""}
    Regards,
    Balai
mail-card-decided-subject = An evidence card was decided
mail-card-decided-text =
    Hello,
    {""}
    The assessor has decided on an evidence card about the post that you held on the day of the event. The reason stands on the card, and you can write a note there.
    {""}
    Sign in to Balai; the link is with the notice on your account page. To keep it confidential, nothing of it is written in this mail.
    {""}
    Regards,
    Balai
mail-evaluation-issued-subject = Your performance evaluation waits for your signature
mail-evaluation-issued-text =
    Hello,
    {""}
    Your performance evaluation was handed over. You can sign it, or object with a reason, until { $date }.
    {""}
    Sign in to Balai; the link is with the notice on your account page. To keep it confidential, nothing of it is written in this mail.
    {""}
    Regards,
    Balai
mail-evaluation-decided-subject = There is a decision on your performance evaluation
mail-evaluation-decided-text =
    Hello,
    {""}
    The assessor's superior has decided on your performance evaluation or corrected it. The reason stands there.
    {""}
    Sign in to Balai; the link is with the notice on your account page. To keep it confidential, nothing of it is written in this mail.
    {""}
    Regards,
    Balai
mail-recognition-given-subject = You were given a recognition
mail-recognition-given-text =
    Hello,
    {""}
    Your assessor or the one above recorded a recognition for you, with its reason and grounds.
    {""}
    Sign in to Balai; the link is with the notice on your account page. To keep it confidential, nothing of it is written in this mail.
    {""}
    Regards,
    Balai
mail-recognition-withdrawn-subject = A recognition of yours was taken back
mail-recognition-withdrawn-text =
    Hello,
    {""}
    A recognition that was recorded for you was taken back. The reason stands there.
    {""}
    Sign in to Balai; the link is with the notice on your account page. To keep it confidential, nothing of it is written in this mail.
    {""}
    Regards,
    Balai

## Fields to put right

fault-missing = Fill in this field.
fault-missing-alasan = Give a reason.
fault-missing-balasan = Write your reply.
fault-missing-catatan = Write an explanation.
fault-missing-cerita = Write what you want to tell.
fault-missing-hasil = Say what the result is.
fault-missing-uraian = Write the description.
fault-missing-jawaban = Write the answer.
fault-missing-jenis = Choose what kind of feedback it is.
fault-missing-jenis_penghargaan = Choose the kind of recognition.
fault-missing-kartu = Choose at least one ground: an accepted card or the evaluation of a year.
fault-missing-alasan_cabut = Write why this recognition is taken back.
fault-missing-judul = Write a title.
fault-missing-kategori = Choose a category.
fault-missing-kemajuan = Write what has been done so far.
fault-missing-keputusan = Choose a decision.
fault-missing-nama = Write a name.
fault-missing-perlindungan = Choose who may know that it comes from you.
fault-missing-sandi = Enter your password.
fault-missing-surel = Enter an e-mail address.
fault-missing-tanda = Enter your receipt.
fault-missing-teks = Write the text that may be read.
fault-missing-tentang = Choose what it is about, or “I do not know”.
fault-missing-unit = Choose the unit.
fault-too-short = { $n ->
    [one] This is too short. Write at least { $n } character.
   *[other] This is too short. Write at least { $n } characters.
 }
fault-too-short-cerita = Tell a little more, at least { $n } characters.
fault-too-long = This is too long. Shorten it to { $n } characters at most.
fault-unreadable = This contains characters we cannot read. Type it again.
fault-unknown-choice = This choice is not available. Choose another one from the list.
fault-not-a-date = This is not a date. Choose a day from the calendar or leave the field empty.
fault-in-the-future = This day is still to come. Choose today or an earlier day.
fault-not-an-email = This is not an e-mail address. Write it like name@example.com.
fault-not-a-receipt = We do not know this receipt. Check all 20 digits. If they are right, the report is not with us; please send it once more.
fault-password-too-common = Many people use this password. Choose another one, for example four words in a row.
fault-email-taken = This address already has an account. Sign in instead.
fault-wrong-credentials = The address and the password do not match. Try again, or sign in with a link by e-mail.
fault-file-too-large = This photo is too large. Choose one of { $n } MB at most.
fault-file-not-a-picture = This file is not a photo we can read. Choose a JPEG, PNG or WebP picture.
fault-file-broken = This photo is damaged. Choose another one or take it again.
fault-file-empty = This file is empty. Choose another photo.
fault-too-many-pixels = This picture is too large. Choose one of { $n } megapixels at most.
fault-too-many-files = Too many photos. Send at most { $n }.

## Refusals

refusal-wrong-step = This case has moved on since you opened the page. Open it again to see where it stands.
refusal-own-unit = Alleged misconduct may not go to the unit it is about. Go back and choose the Inspektorat (Inspectorate), or the regional secretariat if it is about the Inspectorate.
refusal-lowers-protection = The protection of a case can only be raised. Go back and choose the same or a higher one.
refusal-conflict-of-interest = This card concerns you, or you handled its case, so you cannot decide on it. Leave it to another assessor.
refusal-already-done = This has been done already, perhaps by someone else. Open the page again to see the result.
refusal-beyond-calendar = The holiday calendar does not reach far enough to work out the due date, so nothing was saved. Please try again later; the administrators have to extend the calendar.
refusal-link-used = This link has been used or is too old. Ask for a new one on the sign-in page.
refusal-too-early = The post holder still has time to reply. Come back when the reply is there or the date has passed.

## Error pages

error-home = Go to the home page
error-id = If you tell us about it, give this code:
error-not-found = There is no such page, or it is not for you to see. Check the address or start from the home page.
error-not-found-title = Page not found
error-bad-form = Something was missing from the form. Go back, reload the page and send it again.
error-bad-form-title = The form could not be read
error-other-site = This form came from another site, so we did not accept it. Open the page on this site and send it again.
error-other-site-title = Sent from another site
error-refused-title = This cannot be done
error-too-large = What you sent is too large. Go back, leave out a photo or shorten the text, and send it again.
error-too-large-title = Too large
error-too-many = There were too many attempts from your network in a short time. Wait a minute, go back and try again.
error-too-many-title = Too many attempts
error-too-slow = The connection was too slow and nothing was saved. Go back and send it again.
error-too-slow-title = It took too long
error-trouble = It is not your fault. Go back and try again in a few minutes.
error-trouble-title = Something went wrong on our side

## The directory's history, and keeping it

fault-not-a-number = Enter a number.
fault-ends-before-start = It ends before it begins. Check both dates.
fault-before-it-existed = It did not exist yet on that date. Choose a later one.
fault-after-it-ended = It no longer exists on that date. Choose an earlier one.
fault-overlaps = This overlaps with what is recorded for that date.
fault-holds-another = This person definitively holds another post on that date. End that first, or appoint them as acting.
fault-cycle = It cannot stand under itself. Choose another.
fault-address-taken = This page address is in use. Choose another.
fault-not-an-address = Use small letters, digits and dashes only, such as dinas-pariwisata.
fault-nothing-changed = Nothing differs from the state on that date.
fault-in-the-past = That day is over. Choose today or later.
fault-ambiguous = More than one fits. Choose one.
refusal-own-proposal = A proposal is approved by a second person, not by whoever made it.
refusal-changed-meanwhile = This has changed since you opened it. Open the page again and repeat your change.
refusal-still-holds-others = This unit still has posts, units or services on that date. Move or end them first, or merge the unit.

error-not-yet-title = There are no records of that date
error-not-yet = Records begin on { $date }.
error-no-more-title = It was no longer there on that date
error-no-more = Its last day was { $date }.
error-that-day = See the state of that day
as-of-wrong = That date cannot be read or has not come yet. What you see is today's state.
as-of-shown = As of { $date }.
as-of-today = See today's state
as-of-other = The state on another date, and the history of changes
as-of-day = Date
as-of-button = Show the state of that date
as-of-history = History of changes

history-title = History: { $name }
history-here = History
history-changes = Changes
history-none = No changes are recorded yet.
history-states = States over time
history-fields = { $n } parts changed
history-standard = Standard version { $version }: { $time }, { $fee }
recent-title = Newest changes
recent-lead = What was changed last in units, posts, holders, services and their standards.
recent-none-title = No changes yet
recent-none = Published changes will be shown here.

unit-serves = Serves
unit-ended = This unit no longer exists since { $date }.
unit-replaced-by = Its work is now done by:
unit-before = Units it replaced
unit-until = until { $date }
position-ended = This post no longer exists since { $date }.
position-relations = Working relations
position-qualification = Requirements of the post
position-competencies = Required competencies
position-competency = Competency
position-level = Level (of 5)
competency-integritas = Integrity
competency-kerja_sama = Teamwork
competency-komunikasi = Communication
competency-orientasi_hasil = Results orientation
competency-pelayanan_publik = Public service
competency-pengembangan_diri = Developing self and others
competency-mengelola_perubahan = Managing change
competency-pengambilan_keputusan = Decision making
competency-perekat_bangsa = National unity
unit-kind-pemerintah = Local government
unit-kind-sekretariat = Secretariat
unit-kind-inspektorat = Inspectorate
unit-kind-badan = Board
unit-kind-dinas = Department
unit-kind-upt = Technical unit
unit-kind-satuan = Force
unit-kind-kecamatan = District
unit-kind-kelurahan = Urban village
unit-kind-desa = Village

desk-directory = Directory
directory-desk-title = Keep the directory
directory-desk-lead = Units, posts, holders, services and their standards. Every change is recorded: who, from when, and why.
directory-desk-units = Units you keep
directory-desk-corrections = Corrections from residents
directory-desk-announcements = Announcements and selections
directory-new-unit = New unit
directory-new-unit-below = New unit under it
directory-new-position = New post
directory-new-service = New service
directory-merge = Merge units
directory-files = Import and export
directory-edit = Edit
directory-edit-unit = Edit this unit
directory-holders = Holders
directory-workload = Workload
directory-standard = Service standard
directory-end = End
directory-end-unit = End this unit
directory-public-page = See the public page

change-nothing = empty
change-before = Now
change-after = Becomes
change-from = in force { $date }
change-waiting = Waiting for a second person
change-newest = Last published
change-all = All changes
change-none-title = No changes yet
change-none = Changes you make will be shown here.
change-title = Change
change-batch = { $n } changes that go together
change-by = Made by
change-note = Note
change-note-hint = Needed when you refuse. Whoever proposed it reads this.
change-own = You proposed this. Somebody else checks and approves it.
change-approve = Approve and publish
change-refuse = Refuse
change-withdraw = Take this proposal back
change-preview = Check before publishing
change-four-eyes = Changes to duties and to service standards are checked by a second person before they are published.
change-check = Check the change
change-publish = Publish
change-propose = Submit for checking
change-back = Edit again
change-cancel = Cancel
change-published = The change is published.
change-proposed = The proposal is kept and waits for a second person.
change-refused = The proposal was refused.
change-status-diusulkan = Waits for a second person
change-status-terbit = Published
change-status-ditolak = Refused
change-unit-tambah = New unit
change-unit-ubah = Unit changed
change-unit-akhiri = Unit ended
change-jabatan-tambah = New post
change-jabatan-ubah = Post changed
change-jabatan-akhiri = Post ended
change-layanan-tambah = New service
change-layanan-ubah = Service changed
change-layanan-akhiri = Service ended
change-standar-tambah = Service standard set
change-standar-ubah = Service standard replaced
change-standar-akhiri = Service standard ended
change-pejabat-tambah = Holder appointed
change-pejabat-ubah = Tenure changed
change-pejabat-akhiri = Tenure ended

edit-none = – choose –
edit-mulai = In force from
edit-mulai-hint = May be a coming date; the change takes effect by itself on that day.
edit-alasan = Reason
edit-alasan-hint = Kept in the history, which everyone can read.
edit-sk = Basis (number of the decree)
edit-alamat_halaman = Page address
edit-alamat_halaman-hint = The last part of the address, such as dinas-pariwisata. It cannot be changed later.
edit-unit-title = Edit the unit
edit-unit-new = New unit
edit-unit-nama = Name
edit-unit-nama_en = Name in English
edit-unit-jenis = Kind of unit
edit-unit-induk = Stands under
edit-unit-wilayah = Area
edit-unit-melayani = Whom or which area it serves
edit-unit-tentang = About this unit
edit-unit-alamat = Office address
edit-unit-telepon = Telephone
edit-unit-surel = E-mail
edit-unit-jam = Opening hours
edit-jabatan-title = Edit the post
edit-jabatan-new = New post
edit-jabatan-judul = Title of the post
edit-jabatan-jenis = Type of post
edit-jabatan-kelas = Job class
edit-jabatan-kelas-hint = 1 to 17
edit-jabatan-unit = Unit
edit-jabatan-atasan = Direct superior
edit-jabatan-ringkasan = Summary
edit-jabatan-tugas = Duties
edit-jabatan-tugas-hint = One duty a line. The legal basis follows a |, such as: Checks files | UU 24/2013
edit-jabatan-hasil = Outputs
edit-jabatan-hasil-hint = One a line.
edit-jabatan-wewenang = Authority
edit-jabatan-wewenang-hint = One a line.
edit-jabatan-hubungan = Working relations
edit-jabatan-hubungan-hint = One a line.
edit-jabatan-syarat = Requirements of the post
edit-jabatan-syarat-hint = Education, training, experience; one a line.
edit-jabatan-kompetensi_teknis = Technical competencies
edit-jabatan-kompetensi_teknis-hint = One a line with its level, such as: Civil registration | 3
edit-jabatan-kebutuhan = People needed (K)
edit-jabatan-urutan = Order inside the unit
edit-jabatan-urutan-hint = 0 for the head; small numbers come first.
edit-jabatan-kompetensi_integritas = Integrity
edit-jabatan-kompetensi_kerja_sama = Teamwork
edit-jabatan-kompetensi_komunikasi = Communication
edit-jabatan-kompetensi_orientasi_hasil = Results orientation
edit-jabatan-kompetensi_pelayanan_publik = Public service
edit-jabatan-kompetensi_pengembangan_diri = Developing self and others
edit-jabatan-kompetensi_mengelola_perubahan = Managing change
edit-jabatan-kompetensi_pengambilan_keputusan = Decision making
edit-jabatan-kompetensi_perekat_bangsa = National unity
edit-layanan-title = Edit the service
edit-layanan-new = New service
edit-layanan-nama = Full name
edit-layanan-nama_en = Name in English
edit-layanan-nama_pendek = Short name
edit-layanan-ringkasan = Summary
edit-layanan-peristiwa = I want to arrange …
edit-layanan-kata_kunci = Words that residents look for
edit-layanan-unit = Unit that gives it
edit-layanan-oleh = Or every office
edit-layanan-oleh-hint = Choose one: a unit, or every district or village office.
edit-layanan-pelaksana = Posts that serve it
edit-layanan-pelaksana-hint = One post a line: its page address, a |, then responsible, performs or decides.
edit-standar-title = New service standard
edit-standar-new = New service standard
edit-standar-persyaratan = Requirements
edit-standar-persyaratan-hint = One a line.
edit-standar-prosedur = System, mechanism and procedure
edit-standar-prosedur-hint = One step a line.
edit-standar-waktu = Completion time
edit-standar-hari_kerja = Completion time in working days
edit-standar-hari_kerja-hint = The number only; lateness is counted by it.
edit-standar-biaya = Cost or tariff
edit-standar-tarif_rupiah = Tariff in rupiah
edit-standar-produk = Product of the service
edit-standar-pengaduan = Handling of complaints and suggestions
edit-standar-dasar_hukum = Legal basis
edit-standar-sarana = Facilities
edit-standar-kompetensi = Competence of the officers
edit-standar-pengawasan = Internal supervision
edit-standar-petugas = Number of officers
edit-standar-jaminan = Guarantee of the service
edit-standar-keselamatan = Guarantee of security and safety
edit-standar-evaluasi = Evaluation of the officers' performance
edit-pejabat-nama = Name
edit-pejabat-sampai = Until

ending-title = End: { $name }
ending-unit-lead = A unit ends when no post, unit or service is left in it. Its page stays and shows what took its place.
ending-jabatan-lead = The post ends, and so do the tenures of its holders on its last day. Its page and history stay.
ending-layanan-lead = The service is no longer given. Its page and history stay.
ending-from = No longer there from
ending-from-hint = The first day without it; its last day is the day before.
ending-successor = Replaced by
ending-successor-hint = May be empty when nothing takes its place.
ending-button = End

merge-title = Merge units
merge-lead = Posts, units under it and services of the units that end move to the target. Everything is shown before it happens.
merge-units-label = Units that end
merge-into = Target unit
merge-into-hint = If the target is new, make it first as a new unit.
merge-check = Check the merger
merge-ends = { $n } units end
merge-posts = { $n } posts move
merge-services = { $n } services move
merge-units = { $n } units under them move
merge-button = Merge and publish

tenure-title = Holders: { $post }
tenure-definitive = Definitive
tenure-definitive-hint = Appointed to this post.
tenure-acting-hint = The post is vacant.
tenure-daily-hint = Its holder is away for a while.
tenure-nobody = Nobody is recorded as having held this post.
tenure-appoint = Appoint a holder
tenure-name = Full name with titles
tenure-name-hint = Employees who are recorded are known by their name.
tenure-which = Who is meant?
tenure-no-post = holds no post now
tenure-new-person = Somebody else of the same name
tenure-kind = Kind of appointment
tenure-first-day = First day
tenure-last-day = Last day
tenure-last-day-hint = Leave empty while it is not set.
tenure-replace = End the present holder's tenure the day before
tenure-end = End the tenure

workload-title = Workload analysis: { $post }
workload-lead = An internal tool. Its result is a basis for setting how many people this post needs.
workload-formula = { $total } minutes divided by { $year } effective minutes a year = { $needed } people
workload-table = Workload
workload-task = Task
workload-volume = Volume a year
workload-minutes = Minutes each
workload-total = Minutes in all
workload-sum = Sum
workload-needed = Needed by workload
workload-set = Needed as set (K)
workload-lines = Tasks, volumes and minutes
workload-lines-hint = One task a line: task | volume a year | minutes, such as: Checking files | 6000 | 15
workload-save = Keep the analysis
workload-saved = The analysis is kept.
workload-edit-post = Change how many people this post needs
demo-second-administrator = Personnel office, and the second person: checks changes of the directory
## Services: browsing, the short answer, promise and experience

services-ways = Ways to browse services
services-by-occasion = Occasion
services-by-letter = A–Z
services-by-unit = Unit
services-by-area = Area
services-letters = First letter
services-letter = Services beginning with { $letter }
services-of-unit = Services of { $name }
services-unit-page = Address and opening hours of { $name }
services-count = { $n ->
    [one] { $n } service
   *[other] { $n } services
 }
services-ward-offices = Services of the district, ward and village offices
services-near = Services at an office near you
services-in-area = Services in { $name }
services-given-here = What you can do here
services-pick-district = Choose your district
services-pick-ward = Choose your ward or village in { $name }
services-where = Where to go for { $name }
services-outside = Not done by the local government
services-outside-lead = People often look for these here, but other offices do them. We show the way.
outside-lead = { $government } does not do this. It is done by: { $office }.
outside-where-title = Where to go
outside-who = Done by
outside-where = Go to its office nearest to where you live.
outside-where-site = Start at its official site, or go to its office nearest to where you live.
outside-open = Open { $site }
outside-why = Why not here
outside-related = What you can do at { $government }
outside-else = Looking for something else?
brief-title = In short
brief-bring = What to bring
brief-more = and { $n } more
brief-time = How long
brief-fee = Cost
brief-who = Responsible
brief-who-kecamatan = The head of the district where you live
brief-who-kelurahan = The head of the ward or village where you live
brief-where = Place and opening hours
brief-where-unit = See the unit's page
brief-where-kecamatan = The district office where you live
brief-where-kelurahan = The ward or village office where you live
brief-pick-kecamatan = Choose your district
brief-pick-kelurahan = Choose your ward
brief-pick-other = Choose another area
brief-send = Send a report about this service
experience-title = Promise and experience
experience-lead = The promise is the standard of this service. The experience is counted from residents' published reports.
experience-promised = Promised time of the service
experience-half = Half of the reports are answered within
experience-most = Nine of ten are answered within
experience-cases = Published reports
experience-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 }
experience-same-day = the same day
experience-basis = { $n ->
    [one] From one answered report, counted from receipt to the first answer. This is the time to answer a report, not the time of the service.
   *[other] From { $n } answered reports, counted from receipt to the first answer. This is the time to answer a report, not the time of the service.
 }
experience-few = { $n ->
    [0] No report has been answered yet, so the time to answer cannot be shown.
   *[other] Too few reports have been answered ({ $n } so far) to show the time to answer.
 }
experience-mentions = { $n ->
    [one] { $n } report mentions this
   *[other] { $n } reports mention this
 }
experience-silent = No reports yet
experience-since = This standard has been in force since { $date }.
experience-no-promise = There is no written promise about this yet.
service-all-cases = All reports about this service
standard-name = Official name
standard-decree = Decree
pledge-signed = Signed on { $date }
cases-of-service = Only about the service
cases-of-element = element: { $element }
service-ended = This service is no longer given since { $date }.
## Organisation chart and job map

tab-about-unit = About the unit
tab-chart = Organisation chart
tab-job-map = Job map
unit-tabs = About this unit
chart-heading = Organisation chart of { $name }
chart-lead = Which unit belongs under which, and who heads it, on { $date }.
chart-list = List of units
chart-picture = Picture of the chart
chart-to-picture = Go to the picture
chart-open = See the picture
chart-slide = Move the picture sideways to see all of it.
chart-sideways = A picture that moves sideways
chart-legend = The picture says the same as the list. Choose a box to open the unit. A broken border means that the post of its head is vacant.
chart-filled = Filled
chart-below = { $n ->
    [one] { $n } unit below it
   *[other] { $n } units below it
 }
chart-up = One level up: { $name }
chart-none-title = No units below it
chart-none = { $name } has no other units under it. Its posts are in the job map.
job-map-heading = Job map of { $name }
job-map-explained = B is how many people hold the post today, K how many it needs. B − K below zero means that people are missing. Those acting (Plt) or standing in (Plh) are not counted here, because they are counted at their own post.
job-map-whole = A job map shows how many people each post has and how many it needs. There is one for each unit; choose the unit.
job-map-table = Posts on { $date }
job-map-picture = Picture of the job map
job-map-legend = The picture says the same as the table, from superiors to subordinates. Choose a box to open the post. A broken border means that the post is vacant.
job-map-post = Post
job-map-posts = Posts
job-map-held = B, people there are
job-map-required = K, people needed
job-map-difference = Difference B − K
job-map-vacant = Vacant posts
job-map-vacant-led = Vacant: { $kind }
job-map-vacant-count = { $n } vacant
job-map-short = { $n } short
job-map-over = { $n } over
job-map-even = as needed
job-map-class = Class { $n }
job-map-class-head = Class
job-map-no-class = No class
job-map-under = under { $title }
job-map-total = { $n ->
    [one] { $n } post in all
   *[other] { $n } posts in all
 }
job-map-by-type = By type of post
job-map-by-class = By job class
job-map-below = Job maps of the units below
job-map-none-title = No posts yet
job-map-none = The posts of this unit have not been entered yet. Its address and services are on its own page.
job-map-none-own = This unit has no posts of its own. See the job maps of the units below it.
## Announcements and open posts

announcements-title = Announcements
announcements-lead = What you should know: mobile counters, changed hours, new rules, and posts that are open.
announcements-filter = Filter by kind
announcements-all = All
announcements-all-link = All announcements
announcements-none-title = No announcements here
announcements-none = New announcements will appear on this page.
announcement-kind = Kind
announcement-kind-sosialisasi = Information
announcement-kind-seleksi = Selection for a post
announcement-kinds-sosialisasi = Information
announcement-kinds-seleksi = Selections
announcement-by = Announced by
announcement-since = Since
announcement-changed = Changed
announcement-withdrawn = This announcement was withdrawn on { $date }. The reason:
announcement-withdrawn-because = Withdrawn. The reason: { $reason }
announcement-over = This announcement was for the time until { $date }, which is over.
vacancies-title = Open posts
vacancies-link = Open posts
vacancies-description = Posts that are open in { $government }: calendar, stages and criteria of each selection.
vacancies-lead = Posts that are open, with the calendar, stages and criteria that are the same for everyone who applies.
vacancies-none-title = No post is open now
vacancies-none = New openings are announced here, and among all announcements.
vacancies-no-fee = Selections are free of charge. If anyone asks for money or promises success, report it.
selection-calendar = Calendar and stages
selection-criteria = Criteria
selection-post = The open post
selection-duties = Duties of this post:
selection-no-names = Names and scores of applicants are not shown here.
selection-now = Now: { $stage }
selection-over = Over
selection-between = Waiting for the next stage
stage-days = { $from } to { $to }
stage-past = Over
stage-now = Under way
merit-pendaftaran = Announcement and registration
merit-administrasi = Administrative selection
merit-sanggah = Objection period
merit-skd = Basic competency test (SKD)
merit-skb = Field competency test (SKB)
merit-integrasi = Integration of results
merit-hasil = Announcement of results
merit-pemberkasan = Filing
merit-panitia = Forming the selection committee
merit-kompetensi = Competency assessment
merit-makalah = Paper
merit-wawancara = Interview
merit-rekam-jejak = Track record
merit-tiga-nama = Three names to the appointing official
feed-title = Atom feed
feed-follow = News by feed (Atom)
feed-subscribe = Follow the announcements by feed (Atom)
feed-announcements = Announcements of { $government }
feed-withdrawn = Withdrawn: { $title }

## Announcements at the staff desk

announcement-new = New announcement
announcement-new-sosialisasi = Information
announcement-new-sosialisasi-hint = A mobile counter, changed hours, a new rule or way.
announcement-new-seleksi = Selection for a post
announcement-new-jpt = Open selection for a senior executive post
announcement-new-jpt-hint = Its stages are ready: from the committee to the three names.
announcement-new-casn = Selection of new civil servants
announcement-new-casn-hint = Its stages are ready: from registration to filing.
announcement-new-lainnya = Another selection
announcement-new-lainnya-hint = You write its stages yourself.
announcement-desk-none-title = No announcements yet
announcement-desk-none = Drafts and announcements of your units will appear here.
announcement-see-public-list = See what the public sees
announcement-state-draf = Draft
announcement-state-terjadwal = To be shown
announcement-state-tampil = Shown
announcement-state-lewat = Over
announcement-state-ditarik = Withdrawn
announcement-unit = Announced by
announcement-headline = Title
announcement-headline-hint = One sentence that is understood at once, 10 to 120 characters.
announcement-summary = Summary
announcement-summary-hint = What one must know most, 20 to 300 characters. Shown in lists.
announcement-body = Text
announcement-body-hint = Who, where, when, what to bring. Never write a NIK, a NIP, or names and scores of candidates.
announcement-from = Shown from
announcement-until = Shown until (may be empty)
announcement-post = The open post
announcement-many-posts = Several posts, named in the text
announcement-criteria = Criteria
announcement-criteria-hint = One criterion a line. These are the criteria by which all applicants are assessed.
announcement-stages-hint = In the order of their first days. A stage of one day needs no last day. Empty the name of a stage that is not used.
announcement-stage = Stage { $n }
stage-name = Name of the stage
stage-from = First day
stage-until = Last day
stage-note = Note (may be empty)
announcement-draft-button = Save the draft
announcement-drafted = The draft is saved. Look at the preview, then publish.
announcement-preview = Preview
announcement-publish-hint = Once published everyone can read it, and the public ledger records it.
announcement-publish-button = Publish
announcement-published = The announcement is published.
announcement-edit = Edit the draft
announcement-change = Change the published announcement
announcement-keep-button = Save
announcement-kept = Saved.
announcement-withdraw = Withdraw the announcement
announcement-withdraw-hint = Everyone reads this reason at the announcement’s address. Its text is no longer shown.
announcement-discard = Put the draft away
announcement-discard-hint = Only staff read this reason.
announcement-reason = Reason
announcement-taken-back = It is withdrawn.
ledger-announcement-published = Announcement published
ledger-announcement-changed = Published announcement changed
ledger-announcement-withdrawn = Announcement withdrawn
ledger-correction-answered = Resident’s correction answered

## Residents’ corrections

something-wrong = Is something wrong on this page? Tell us
correction-title = Tell us what is wrong
correction-lead = The unit that is responsible reads what you write; it is not shown in public. You get a number to see the answer.
correction-kind-unit = Unit
correction-kind-position = Post
correction-kind-service = Service
correction-kind-page = Page
correction-front-page = Front page of { $government }
correction-page = Page { $address }
correction-text = What is wrong, and what would be right?
correction-text-hint = For example “the telephone number has changed, it is now …”. Do not write a NIK or personal data of others.
correction-email = E-mail address (may be empty)
correction-email-hint-until = Only to send you the answer. It is sealed, and deleted once the answer is sent, after { $days } days at the latest.
correction-email-hint = Only to send you the answer. It is sealed, and deleted once the answer is sent.
correction-button = Send
correction-not-here = Not about this page but about the service itself?
correction-thanks = Thank you, we have received it
correction-told = The answer to your correction
correction-number = Correction number: { $code }
correction-waiting = Waiting for an answer
correction-corrected = Corrected
correction-corrected-hint = The resident was right and the page has been changed.
correction-declined = Not changed
correction-declined-hint = The page stays as it is. Explain why.
correction-next = What happens next
correction-next-unit = { $unit } checks the page and answers.
correction-next-mail = The answer is sent to you by e-mail, and appears on this page.
correction-next-page = The answer appears on this page.
correction-keep = Keep the address of this page or note the number. What you wrote is not shown here.
correction-answer = Answer
correction-answered = Answered by { $unit }, { $date }
corrections-desk = Residents’ corrections
corrections-in = Residents’ corrections · { $government }
corrections-desk-lead = What residents say is wrong on the pages of your units. What has waited longest is at the top. Correct the page first, then answer.
corrections-none-title = Nothing is waiting
corrections-none = Corrections from residents will appear here.
correction-see-page = Open the page
correction-original = What the resident wrote
correction-outcome = Outcome
correction-reply = Answer to the resident
correction-reply-hint = Whoever has the number can read this answer. Do not repeat personal data.
correction-reply-button = Send the answer
correction-told-mail = This resident left an e-mail address: the answer is sent there, then the address is deleted.
correction-told-page = This resident left no e-mail address: the answer appears on the page of the correction.
correction-done = The answer is sent.
privacy-correction-title = When you tell us that something is wrong
privacy-correction = The unit that is responsible reads what you write; it is not shown in public. Of the time we keep only the hour. An e-mail address, if you give one, is sealed and deleted as soon as the answer is sent, or after the number of days that the form names when there is none.
fault-missing-unit-pengumum = Choose the unit that announces.
fault-missing-ringkasan = Write the summary.
fault-missing-naskah = Write the text of the announcement.
fault-missing-kriteria = Write the criteria: a selection cannot be announced without them.
fault-missing-tahap-1 = Write the stages: at least one, with its days.
fault-missing-koreksi = Write what is wrong.
fault-missing-hasil-koreksi = Choose the outcome: corrected or not.
fault-unknown-choice-tentang = We no longer find that page. Your text is still here: open the page and copy it there.
fault-ends-before-start-tampil-sampai = The last day it is shown is over, or before the first.
fault-out-of-order = This stage begins before the stage above it. Put them in the order of their first days.
fault-out-of-order-tampil-sampai = A selection must be shown until its last stage is over. Choose a later day, or leave it empty.
fault-personal-number = There is a number that looks like a NIK or NIP. Take it out: numbers of persons must not be shown.
fault-changed-meanwhile = Someone else changed it since you opened this page. The preview shows the newest; your text is still below. Check it, then save again.
mail-changes-waiting-subject = Proposed directory changes waiting for you: { $count }
mail-changes-waiting-text =
    Hello,
    {""}
    Proposed changes by your colleagues that wait for a second person: { $count }.
    {""}
    Look at them: { $link }
    {""}
    We send such a mail at most once a day.
    {""}
    Regards,
    Balai
mail-correction-corrected-subject = Correction { $code }: corrected
mail-correction-corrected-text =
    Hello,

    Thank you for telling us. The page has been corrected.

    { $answer }

    You also find this answer at: { $link }
    We have deleted your e-mail address from this correction.

    Balai
mail-correction-declined-subject = Correction { $code }: not changed
mail-correction-declined-text =
    Hello,

    Thank you for telling us. We have checked the page, and it stays as it is.

    { $answer }

    You also find this answer at: { $link }
    We have deleted your e-mail address from this correction.

    Balai
## Search: results and suggestions

search-service = Services
search-redirect = Done by other offices
search-unit = Units and offices
search-position = Posts
kind-redirect = Other office
search-corrected = Showing results for “{ $q }”.
search-partial = Nothing matches all of your words. These come closest.
search-start-title = What do you need?
search-see-units = See all units and offices
search-see-positions = See all posts
search-services-of = Services of { $government }
search-ask = Ask the local government
suggest-label = Suggestions
suggest-count = { $n ->
    [one] { $n } suggestion. Choose it with the arrow keys.
   *[other] { $n } suggestions. Choose with the arrow keys.
}
suggest-none = No suggestions
## Open data

footer-data = Open data
data-title = Open data
data-lead = Units, posts and services of { $government } as files that anyone may download, use and share.
data-licence-title = Licence
data-licence = Chosen by this government: use it for anything, as long as the source is named.
data-set-units = Units
data-set-units-about = Agencies, districts and wards in force today, with address, hours and contact of their offices.
data-set-positions = Posts
data-set-positions-about = Every post with its duties, outputs, authority, working relations, requirements, competencies, and how many holders are needed and there. Without names of people.
data-set-tenures = Tenures
data-set-tenures-about = Who holds the posts whose holders are named, since and until when. Posts below are only counted.
data-set-services = Services
data-set-services-about = Every service with the standard in force today: requirements, procedure, time, fee, product, and the posts that serve it.
data-rows = { $n } rows
data-file = { $size } KB, last changed { $date }
data-columns = Columns and their meaning: { $name }
data-schema = Schema for programs (JSON Schema)
data-column = Column
data-column-about = Meaning
data-column-class = Who may read it
data-standards-title = In standard formats
data-popolo = Popolo
data-popolo-about = Organisations, posts, named holders and their tenures in one JSON file that many civic tools read.
data-cpsv = CPSV-AP 3.2
data-cpsv-about = All services as JSON-LD in the public service vocabulary CPSV-AP, for catalogues and search engines.
data-api-title = For programs
data-api = The same data can be read one by one, from any site and without a key. Every answer has an ETag, so what has not changed need not be downloaded again.
data-api-description = Description of the interface (OpenAPI 3.1)
data-not-here = Never here: employee and national identity numbers, birth dates, home addresses, performance ratings, and holders of posts that are not named.
class-public = Everyone
class-named_tier = Everyone, for posts whose holders are named
class-internal = Not published
class-never = Never published
class-technical = Everyone, as a code without meaning
column-slug = Name in addresses; stays the same while the row exists
column-url = Address of its page
column-unit = Its unit, by its name in addresses
column-units-name = Official name
column-units-name_en = Name in English
column-units-kind = Kind of unit
column-units-parent = The unit above, by its name in addresses
column-units-area_code = Area served, by its code of the Ministry of Home Affairs
column-units-about = What it does
column-units-address = Address of the office
column-units-phone = Telephone of the office
column-units-email = E-mail of the office
column-units-hours = Hours
column-units-valid_from = In force since
column-units-valid_to = In force until; empty while it lasts
column-positions-title = Title of the post
column-positions-type = Type of post (UU 20/2023)
column-positions-job_class = Job class, 1 to 17
column-positions-unit_name = Name of its unit
column-positions-reports_to = Direct superior, by the post's name in addresses
column-positions-summary = Summary of the post
column-positions-duties = Duties in order, with their legal basis where there is one
column-positions-outputs = Outputs
column-positions-authority = Authority
column-positions-relations = Working relations
column-positions-qualification = Requirements of the post
column-positions-competencies = Required competencies with their levels, 1 to 5
column-positions-headcount_required = How many holders are needed (K)
column-positions-headcount_actual = How many hold it today (B)
column-tenures-position = The post, by its name in addresses
column-tenures-title = Title of the post
column-tenures-person = Code of the person, the same in all rows; no register's number
column-tenures-name = Name of the holder
column-tenures-kind = Definitive, acting (Plt) or daily acting (Plh)
column-tenures-starts_on = First day in office
column-tenures-ends_on = Last day in office; empty while it lasts
column-tenures-decree = Decree
column-services-name = Official name of the service
column-services-name_en = Name in English
column-services-short_name = Short name
column-services-summary = What it is for and for whom
column-services-life_event = The life event that brings people to it
column-services-keywords = Other words by which people look for it
column-services-unit = The unit that gives it; empty where every unit of a kind does
column-services-served_by_kind = The kind of units that all give it
column-services-version = Number of the standard's version
column-services-valid_from = Standard in force since
column-services-valid_to = Standard in force until
column-services-decree = Decree that sets the standard
column-services-requirements = Requirements
column-services-procedure = System, mechanism and procedure
column-services-completion_time = Time to completion
column-services-completion_working_days = Time in working days, where known
column-services-fee = Fee
column-services-fee_rupiah = Fee in rupiah, where it is one figure
column-services-product = Product
column-services-complaint_handling = Handling of complaints, suggestions and input
column-services-legal_basis = Legal basis
column-services-facilities = Facilities
column-services-officer_competence = Competence of officers
column-services-internal_supervision = Internal supervision
column-services-number_of_officers = Number of officers
column-services-service_guarantee = Guarantee of service
column-services-safety_guarantee = Guarantee of safety
column-services-performance_evaluation = Evaluation of officers' performance
column-services-posts = Posts that are responsible, perform, and decide
problem-bad-request = The request cannot be read
problem-bad-request-detail = The address or its parameters do not follow the description at /api/openapi.json.
problem-parameter-unknown = The parameter "{ $name }" is not known at this address. Those that are stand in /api/openapi.json.
problem-parameter-twice = The parameter "{ $name }" is there twice. Write it once.
problem-limit = The parameter "{ $name }" must be a whole number from 1 to 100.
problem-after = The parameter "{ $name }" marks no page. Take its value from "next" of the answer before.
problem-position = The parameter "{ $name }" is no name of a post in addresses, like kepala-disdukcapil.
problem-query = The parameter "{ $name }" must be there, with 1 to 100 characters.
problem-number = The parameter "{ $name }" must be a whole number, as the description says.
problem-day = The parameter "{ $name }" must be a day, like 2026-11-02.
problem-not-found = Not there
problem-not-found-detail = There is nothing at this address. Check its spelling, or begin at /api/v1/governments.
problem-method = For reading only
problem-method-detail = This interface takes only GET and HEAD.
problem-other-site = Refused
problem-other-site-detail = What other sites send is not accepted. This interface is for reading only.
problem-too-slow = Out of time
problem-too-slow-detail = The answer took too long. Try again in a while.
problem-too-large = Too large
problem-too-large-detail = The request is too large.
problem-too-many = Too many requests
problem-too-many-detail = Wait a minute, then try again.
problem-trouble = Trouble
problem-trouble-detail = There is trouble on our side, not yours. If it happens again, tell us the code ("id").

## Files of the directory

change-and-others = and { $n } more
bulk-title = Import and export of files
bulk-lead = Download the directory as tables, change them in a spreadsheet, and upload them again. Before anything changes you see what would be added, changed, ended and refused.
bulk-upload = Upload a file
bulk-download = Download
bulk-download-lead = As it is today. A file that is uploaded again as it was changes nothing.
bulk-columns = The columns of each file
bulk-columns-lead = Columns may be left out, but for its key: alamat_halaman; for holders jabatan, pegawai and mulai. What a missing column would say stays as it is. The column mulai is the first day of that state; when you change a row, change its day as well. The column berakhir is the last day.
bulk-kind = What the file holds
bulk-kind-unit = Units
bulk-kind-jabatan = Posts
bulk-kind-layanan = Services
bulk-kind-standar = Service standards
bulk-kind-pejabat = Holders of posts
bulk-file = CSV or XLSX file
bulk-file-hint = At most { $mb } MB, { $rows } rows and { $columns } columns. Of an XLSX file only the first sheet is read, without formulas.
bulk-reason-hint = For the whole file. It stands in the history, and anyone can read it.
bulk-decree-hint = For the whole file. In files of standards and holders, the column sk says which decree is recorded with each row.
bulk-try = Try it
bulk-unread = This file cannot be read yet
bulk-unread-again = Mend it, then choose the file again. Nothing has changed.
bulk-dry-run = Dry run: { $kind }
bulk-dry-run-here = Dry run
bulk-dry-run-lead = Nothing has changed yet. This is what would happen if the file were applied.
bulk-added = Added
bulk-changed = Changed
bulk-ended = Ended
bulk-unchanged = Unchanged
bulk-refused = Refused
bulk-refused-lead = This file cannot be applied while rows are refused. Mend the rows below, then upload it again.
bulk-nothing = This file says what is recorded already. There is nothing to apply.
bulk-four-eyes = Duties or service standards change, so the whole file is proposed first and takes effect when a second person has approved it.
bulk-apply = Apply
bulk-propose = Propose
bulk-published = The file is applied. Its changes are published.
bulk-line = line { $line } · { $address } · { $date }
bulk-differences = { $n } fields differ
bulk-cut = { $shown } of { $all } are shown.
bulk-row = Line
bulk-column = Column
bulk-why = Why
bulk-whole-file = The whole file
bulk-wrong-too-large = The file is larger than { $n } MB. Divide it into several.
bulk-wrong-unpacked = Unpacked, this file is larger than { $n } MB or has too many parts. Save only the table anew.
bulk-wrong-rows = More than { $n } rows. Divide it into several files.
bulk-wrong-columns = More than { $n } columns. Remove those that are not needed.
bulk-wrong-not-a-table = This is no CSV or XLSX table, or it is damaged.
bulk-wrong-old-workbook = This is the old format of spreadsheets (XLS). Save it as XLSX or CSV.
bulk-wrong-no-rows = This file has no rows.
bulk-wrong-unknown-column = This column is not known. Check its spelling, or remove it.
bulk-wrong-missing-column = This column must be there.
bulk-wrong-doubled-column = This column is there twice.
bulk-wrong-row-length = This row has { $n } cells, not as many as there are columns.
bulk-wrong-formula = This cell holds a formula. Replace it by its result as text.
bulk-wrong-twice = It stands in another row of this file already.
bulk-wrong-not-reopened = What is recorded as ended cannot be prolonged or opened again by a file.
bulk-wrong-tenure-fixed = This tenure is recorded already, and differently. End the old one, then add the new one.
bulk-wrong-other-name = This employee key belongs to somebody of another name.
bulk-wrong-standard-ends = A standard ends the day before the next begins, and not by itself.
bulk-wrong-personal-number = Do not use the NIP or NIK as an employee key.
notice-change-approved = The change to the directory that you proposed was approved and published.
notice-change-refused = The change to the directory that you proposed was refused. Its note stands on its page.
desk-changes = Changes to the directory waiting for a second person

## Identities, messages, and leaving quickly

exit-button = Leave quickly
exit-title = Weather today
exit-link = To the weather forecast of BMKG
messages-title = Messages
messages-none = No messages yet. Here you and the staff can write to each other without names.
messages-none-staff = No messages from or to the reporter yet.
messages-write = Write to the staff
messages-hint = Only staff who work on this report read it. Do not write your name if you want to stay unknown.
messages-write-staff = Write to the reporter
messages-hint-staff = The reporter reads it with the receipt. Do not ask for a name or a number here.
messages-send = Send message
messages-you = You
messages-new = New
messages-unread = { $n ->
    [one] 1 new message
   *[other] { $n } new messages
}
messages-mark-read = Mark as read
messages-erased = This message was erased.
identity-title = Identity of the reporter of { $reference }
identity-crumb = Identity
identity-lead = Opening an identity takes two people: one asks with a reason, another agrees. Each step is recorded and told to the reporter.
identity-ask-title = Ask to open the identity
identity-reason = Why must the identity be opened?
identity-reason-hint = The reporter reads this reason, by mail too. Do not write what the report says.
identity-ask = Ask for approval
identity-password = Your password
identity-password-hint = You signed in some time ago. Type your password once more; if your account has none, sign out and in again.
identity-waits = Your request waits for a second person.
identity-decide-title = Approve this request?
identity-decide-lead = A member of staff asks to open the reporter's identity, for this reason:
identity-refuse-reason = Reason, if you refuse
identity-refuse-hint = Only needed to refuse. The reporter reads it too.
identity-approve = Approve
identity-refuse = Refuse
identity-open-title = Open the identity
identity-open-lead = Your request was approved. The identity can be opened once, until { $until }. The reporter is told at once.
identity-open = Open once
identity-approved-other = The request was approved. Only the person who asked can open it.
identity-seen-title = Identity of the reporter
identity-seen-once = Shown this once only. Loading the page again does not show it.
identity-name = Name
identity-email = E-mail
identity-looks = Who opened the identity
identity-none = Nobody ever asked to open the identity.
identity-act-asked = Asked for
identity-act-approved = Request approved
identity-act-refused = Request refused
identity-act-opened = Identity opened
identity-act-lapsed = Request lapsed
desk-identity-link = Ask to open the identity
account-cases = Reports with your name
account-cases-hint = Reports without a name or confidential ones are tied to no account, so they are not here.
notice-identity-approved = Your request to open a reporter's identity was approved.
notice-identity-refused = Your request to open a reporter's identity was refused.
ledger-identity-asked = Identity of a reporter asked for
ledger-identity-approved = Request for an identity approved
ledger-identity-refused = Request for an identity refused
ledger-identity-opened = Identity of a reporter opened
ledger-identity-lapsed = Request for an identity lapsed
ledger-identity-erased = Identity of a reporter erased
refusal-own-request = Who asks cannot approve their own request. A second person must decide.
refusal-too-late = The time for this is over. Ask again if it is still needed.
refusal-unfinished = Not complete yet. A plan needs at least one main result and the assessor's agreement; an evaluation needs what was reached of every result.
refusal-not-this-step = This step is not possible as things stand. Open the page again to see where it stands.
refusal-period-lasts = The period that is evaluated has not ended or not begun.
refusal-objection-late = The days to object are over.
refusal-nothing-kept = The reporter left neither name nor address, or it was erased. There is nothing to open.
fault-too-many-today = At most { $n } messages a day. Go on tomorrow.
fault-wrong-credentials-sandi = The password does not match.
fault-missing-pesan = Write the message.
privacy-identity-title = Who can see an identity
privacy-identity = Name and e-mail are kept locked, apart from the report. Staff can open them only when two people agree on a reason; you see every request at Follow a report, and are told by mail if you left an address. Messages between you and the staff are kept locked too. Mails to protected reporters are sent together at fixed hours. When the report has been over for { $days } days, name, e-mail and messages are erased.
mail-feedback-message-subject = A message about report { $reference }
mail-feedback-message-text =
    Hello,
    {""}
    The staff wrote you a message about report { $reference }.
    {""}
    To read and answer it, open Follow a report in Balai and enter your receipt of 20 digits.
    {""}
    Regards,
    Balai
mail-identity-asked-subject = Somebody asks for your identity: report { $reference }
mail-identity-asked-text =
    Hello,
    {""}
    On { $date } somebody asked to open your identity in report { $reference }. It is opened only if a second person agrees.
    {""}
    Asked by: { $role }
    Reason: { $reason }
    {""}
    You can see every step at Follow a report with your receipt of 20 digits. If you feel threatened, write to the staff there, or turn to the Ombudsman or the LPSK (witness and victim protection).
    {""}
    Regards,
    Balai
mail-identity-approved-subject = Request for your identity approved: report { $reference }
mail-identity-approved-text =
    Hello,
    {""}
    On { $date } a second person approved the request to open your identity in report { $reference }. Who asked can open it once.
    {""}
    Asked by: { $role }
    Reason: { $reason }
    {""}
    You can see every step at Follow a report with your receipt of 20 digits. If you feel threatened, write to the staff there, or turn to the Ombudsman or the LPSK (witness and victim protection).
    {""}
    Regards,
    Balai
mail-identity-refused-subject = Request for your identity refused: report { $reference }
mail-identity-refused-text =
    Hello,
    {""}
    On { $date } the request to open your identity in report { $reference } was refused. Your identity stays closed.
    {""}
    Asked by: { $role }
    Reason: { $reason }
    {""}
    You can see every step at Follow a report with your receipt of 20 digits. If you feel threatened, write to the staff there, or turn to the Ombudsman or the LPSK (witness and victim protection).
    {""}
    Regards,
    Balai
mail-identity-opened-subject = Your identity was opened: report { $reference }
mail-identity-opened-text =
    Hello,
    {""}
    On { $date } your identity in report { $reference } was opened.
    {""}
    Asked by: { $role }
    Reason: { $reason }
    {""}
    You can see every step at Follow a report with your receipt of 20 digits. If you feel threatened, write to the staff there, or turn to the Ombudsman or the LPSK (witness and victim protection).
    {""}
    Regards,
    Balai
mail-identity-lapsed-subject = Request for your identity lapsed: report { $reference }
mail-identity-lapsed-text =
    Hello,
    {""}
    On { $date } the request to open your identity in report { $reference } lapsed. Your identity was not opened.
    {""}
    Asked by: { $role }
    Reason: { $reason }
    {""}
    You can see every step at Follow a report with your receipt of 20 digits. If you feel threatened, write to the staff there, or turn to the Ombudsman or the LPSK (witness and victim protection).
    {""}
    Regards,
    Balai
# Before sending: what is pointed out, similar cases, counting oneself
findings-lead = What you wrote here may tell who somebody is, or offend. You may send it all the same; staff mask it before it is published.
findings-note = Checked on your own phone; nothing is sent.
findings-not-masked = not masked
finding-nik = NIK or family card number
finding-nip = Civil servant number (NIP)
finding-telepon = Telephone number
finding-surel = Mail address
finding-plat = Number plate
finding-rekening = Account or card number
finding-tanggal-lahir = Date of birth
finding-alamat = Home address
finding-nama = A person's name
finding-nama-petugas = Name of somebody who serves (the post is enough)
finding-jabatan = Points at one post
finding-kasar = Insult
check-findings-title = What may tell who somebody is
check-findings = You may send it all the same: staff mask it before the report is published. If it is not needed, take it out.
check-findings-change = Change the text
similar-title = Somebody may have reported this already
similar-lead = These reports are still open. If yours is the same, join it: the unit that handles it sees how many are affected, and you need not send yours.
similar-or = Not the same, or you want to send it anyway? Go on below.
follow-title = Does this happen to you, too?
follow-button = Me too
follow-hint = Without an account and without personal data. Only the number is kept.
follow-count = { $n } people are affected, too
follow-done = You are counted. What becomes of it can be read on this page.
ledger-feedback-followed = Somebody is affected, too
ledger-feedback-photo-released = Photo shown again
ledger-feedback-photo-withheld = Photo withheld
step-photo_released = One photo is shown to everyone again
step-photo_withheld = One photo is no longer shown to everyone

# Proposals to the verifier
proposal-title = What the program proposes
proposal-lead = Found by its words alone. You decide.
proposal-because = because of { $words }
proposal-elsewhere = Perhaps a matter for
desk-findings-title = What should be masked
desk-findings-lead = The public text below has it masked like this. Look again: what the program does not see is still yours to find.
desk-similar-title = Similar open reports
desk-similar-lead = Alike in words, place, service and time. If they are the same, merge them.
desk-similar-open = Open the report

# Photos
send-photos-viewpoint = A photo from your window or yard shows where you live. Take it from the street, or crop and blur that part.
photo-edit = Crop or blur
photo-edit-title = Crop or blur the photo
photo-edit-lead = Mark a part by drawing over the photo, or fill in the numbers. Then crop (only that part remains) or blur it.
photo-edit-canvas = The photo being edited, with the marked part
photo-edit-area = Marked part, in percent
photo-edit-left = From the left
photo-edit-top = From the top
photo-edit-width = Width
photo-edit-height = Height
photo-edit-potong = Crop
photo-edit-buramkan = Blur
photo-edit-urungkan = Undo
photo-edit-pakai = Use this photo
photo-edit-batal = Cancel
photo-edit-said-potong = The photo is cropped.
photo-edit-said-buramkan = That part is blurred.
photo-edit-said-urungkan = Undone.
case-answer-photos = Photos from the unit
case-answer-photo = Photo { $n } from the unit that answers
case-proof-photos = More photos from the reporter
case-proof-photo = Photo { $n } from the reporter
photo-taken-on = taken { $date }, says the unit
photo-taken-at = at { $place }
photo-withheld = Not shown to everyone: { $reason }
photo-reason-wajah = somebody's face can be seen
photo-reason-data_pribadi = personal data can be read
photo-reason-tidak_pantas = not fit to be shown
photo-reason-tidak_terkait = has nothing to do with the report
photo-reason-belum_diperiksa = not checked by staff yet
unseen-title = Photos not looked at yet
unseen-lead = These photos came after their report was published, so the public does not see them yet. Open the report, then show them or withhold them for the right reason.
unseen-since = waiting since { $date }
unseen-none-title = Every photo has been looked at
unseen-none = Photos that follow from reporters will appear here.
photo-withhold-title = Withhold a photo
photo-withhold-lead = A withheld photo is not shown to everyone. The reporter and those who handle the case still see it.
photo-release-title = Show a withheld photo again
photo-release-lead = Where it turns out that everyone may see it. The reason is kept for those who work on this case.
photo-release-reason = Why photo { $n } may be shown again
photo-release = Show photo { $n } again
photo-withhold-reason = Reason for withholding photo { $n }
photo-withhold = Withhold photo { $n }
photo-alike-title = The same photo was used before
photo-alike = Photo { $n } is like photo { $other } in
photo-alike-note = Only a hint: the same place can be photographed twice. Look at both before you judge.
desk-answer-photos = Photos of what was done (optional)
desk-answer-photos-hint = Three photos at most, 8 MB each. They are public where the report is. Avoid faces and personal data.
desk-photos-taken-on = Day the photos were taken (optional)
desk-photos-taken-hint = As you say it. What the file itself says is removed and not read.
desk-photos-taken-at = Place the photos were taken (optional)
fault-file-pdf = One of the files is a PDF. Photograph its pages with a phone, or save it as a picture (JPEG or PNG), and upload the picture.
fault-file-heic = One of the photos is HEIC or AVIF, which not every device can open. Choose “Most compatible” (JPEG) in the camera's settings, or send a screenshot of it.
fault-not-kept = We cannot store this now; the trouble is ours. Your text is still on this page. Try again in a while.
fault-not-kept-foto = The photo cannot be stored now; the trouble is ours. Your text is not lost. Try again later, or go on without a photo.
fault-missing-alasan-foto = Choose why the photo is withheld.
## Casework

status-needs_info = Waiting for the reporter to complete it
status-merged = Joined with another report
status-redirected = Sent on to another office
status-escalated = Escalated
status-withdrawn = Withdrawn
status-draft = Draft
status-closed-contested = Closed, the reporter disagrees
due-by = Answer due by { $date }
due-left = { $n ->
        [one] { $n } working day left
       *[other] { $n } working days left
    }
due-today = today is the last day
due-late = { $n ->
        [one] { $n } working day late
       *[other] { $n } working days late
    }
due-none = No deadline for an answer
due-later = The deadline is set later, because the holidays of that year are not known yet.
due-paused = The clock stands still since { $date }, waiting for the reporter
due-unset = not set
clock-verify = verification
clock-answer = the answer
clock-follow_up = the first follow-up
clock-reply = the reporter's reply
clock-ladder = the level of escalation
level-1 = Escalated, level 1: head of the agency
level-2 = Escalated, level 2: inspectorate and regional secretary
level-3 = Escalated, level 3: head of the region
level-beyond = The reporter may also take it to the Ombudsman of the Republic of Indonesia (telephone 137) or to SP4N-LAPOR!.
silent-no_answer = The reporter did not reply in time. That does not count as satisfied.
silent-contested = The reporter had contested and did not reply to the last answer. It counts as contested.
ended-confirmed = Closed because the reporter says it is solved.
ended-no_answer = Closed because the reporter did not reply. That does not mean it is solved.
ended-contested = Closed after the reporter contested it, without their agreement.
ended-still-ya = Four weeks later the reporter said it was still solved.
ended-still-tidak = Four weeks later the reporter said the problem had come back.
case-reports = { $n } residents' reports of this
step-info_asked = The reporter is asked to complete it, the clock stands still
step-completed = Completed by the reporter, the clock goes on
step-lapsed = Deemed withdrawn: not completed in time
step-merged = Joined with another report
step-split = Parted again
step-joined = Another report of the same was joined to this one
step-parted = Another report was parted from this one
step-redirected = Sent on to another office
step-returned = Given back to the coordinator: not this unit's business
step-taken = Taken up by the unit
step-internal = Note for staff
step-closed_silent = Closed without the reporter's reply
step-reworked = Taken up again
step-escalated = Escalated
step-resumed = Taken back into work by the coordinator, with a new deadline
step-reopen_asked = The reporter asks to open it again, with new evidence
step-reopen_declined = Not opened again
step-reopened = Opened again
step-withdrawn = Withdrawn by the reporter
step-withdrawn_ex_officio = The reporter withdrew; the examination goes on by duty of office
step-due_changed = Deadline adjusted to the holidays
step-asked_again = The reporter is asked once more
step-still_solved = Still solved, says the reporter
step-solved_no_more = The problem came back, says the reporter
step-info-fields = To be completed: { $fields }
step-binding = Given back twice: this dispatch by the coordinator is binding.
step-moved = Deadline of { $clock }: from { $old } to { $new }
step-private = Between the reporter and staff only:
step-for-staff = For staff only:
by-coordinator = coordinator
next-complete = The reporter completes the report
next-resume = The coordinator decides how it goes on
info-apa = what happened
info-tempat = where
info-waktu = when
info-layanan = which service or unit
info-bukti = evidence
archive-duplicate_spam = The same, sent again and again
front-no-answer = Closed without a reply
front-follow-up = Asked again after four weeks: { $still } still solved, { $gone } came back.
desk-follow-up-due = First follow-up due
desk-merged-into = Joined with
desk-redirected = Sent on to
form-ask-title = Ask the reporter to complete it
form-perlu = What is missing
form-pertanyaan = Question to the reporter
form-pertanyaan-hint = Read by the reporter and staff only. Do not ask for a name or an identity number.
form-merge-title = Join with another report
form-induk = Number of the main report
form-induk-hint = The report that goes on. This reporter will see what is public of it.
form-alasan-gabung = Why the two are one
form-alasan-gabung-hint = The reporter whose report is merged reads this. Tell nothing of the other report.
form-redirect-title = Send on to another office
form-instansi = Known business of another office
form-instansi-lain = Or the name of the office
form-penjelasan = Explanation for the reporter
form-resume-title = Take it back into work
form-arahan = Direction
form-arahan-hint = Read by everyone if the report is published.
form-unit-baru = Unit that answers
form-unit-baru-hint = Leave it if the unit stays.
form-same-unit = The same unit
form-reopen-asked = The reporter brings new evidence and asks to open the case again. It stands in the journey below.
form-reopen-title = Open again
form-protect-title = Protect: take it back from the public
form-protect-lead = The public page of this report closes at once and the report becomes confidential. Work on it goes on, and whoever sent it still opens it with the receipt.
form-alasan-lindungi = Why, for the staff
form-hide-title = Hide the words of one step
form-langkah-sembunyi = Step
form-alasan-sembunyi = Why, for the staff
do-lindungi = Take back from the public
do-sembunyikan = Hide
form-decline-title = Do not open again
form-alasan-tolak = Why, for the reporter
form-split-title = Part from the main report again
form-alasan-pisah = Why they are not one after all
form-alasan-pisah-hint = The reporter whose report is split off reads this. Tell nothing of the other report.
form-return-title = Not our unit's business
form-bukan-kami = Why, and which unit it should be
form-bukan-kami-hint = The clock goes on. Twice at most; after that the coordinator's dispatch is binding.
do-tanyakan = Send the question
do-gabungkan = Join
do-pisahkan = Part
do-teruskan = Send on
do-arsipkan = Archive
do-kembalikan = Give back to the coordinator
do-kerjakan = Take it up
do-kerjakan-lagi = Take it up again
do-kemajuan = Save the news
do-lanjutkan = Go on
do-buka-lagi = Open again
do-tolak-buka = Leave it closed
conflict-title = Not saved
conflict-since = What happened since the page was opened:
conflict-typed = What you wrote
track-complete-title = This report needs completing
track-complete-by = Complete it by { $date }. After that the report is deemed withdrawn.
track-complete = What you add
track-complete-hint = The question stands in the journey below. Read by staff only.
track-photos = Photos that show it (optional)
track-photos-hint = Up to 3 photos, 8 MB each. Staff see them at once; the public only after staff have checked them. Hidden details such as place and time are removed.
track-do-lengkapi = Send
track-reply-by = Please reply by { $date }. Otherwise the case is closed as without a reply, not as satisfied.
track-contest-again = If it is still not solved, the case goes above the unit: to the inspectorate and the coordinator. Say what is still missing.
track-still-title = Four weeks have passed
track-still-question = Is it still solved?
still-ya = Yes, it is still solved
still-tidak = No, it came back
track-do-masih = Send the answer
track-reopen-title = Open it again with new evidence
track-reopen = New evidence
track-reopen-hint = What happened since it was closed. Read by staff only; the coordinator, outside the unit, decides.
track-do-minta-buka = Ask to open it again
track-reopen-waits = Your request to open it again waits for the coordinator.
track-withdraw-title = Withdraw this report
track-withdraw = Why (may be left empty)
track-withdraw-hint = A report that is withdrawn is not worked on any more. The reason is read by staff only.
track-withdraw-ex-officio = Your withdrawal is noted. Alleged misconduct is examined on by duty of office, without you.
track-do-cabut = Withdraw the report
track-main-title = Joined with another report
track-main = Your report and another of the same are handled as one. This is how far it is; what others wrote is not shown.
track-main-link = See the public page of the main report
track-redirected = This is the business of { $office }.
track-redirected-link = Where and how
fault-not-mergeable = That report is not there, has ended, or is of another class, so no other can be joined to it.
fault-missing-perlu = Choose what is missing.
fault-missing-instansi = Choose the business or write the name of the office.
fault-missing-masih = Choose one of the answers.
refusal-binding-dispatch = This case was given back twice. The coordinator's dispatch is binding now; if you still object, speak with the coordinator.
refusal-nothing-new = A closed case is opened again only when the reporter brings new evidence.
notice-case-escalated = A case was escalated to your level.
notice-case-contested = A reporter contested a unit's answer.
notice-case-no-verifier = A report waits and there is no verifier who may look at it. Give the role of a verifier to somebody else.
notice-case-solved-no-more = A reporter says that what was closed is a problem again.
notice-case-reopen-asked = A reporter asks to open a case again, with new evidence.
ledger-feedback-info-asked = Reporter asked to complete
ledger-feedback-completed = Report completed
ledger-feedback-lapsed = Report deemed withdrawn
ledger-feedback-merged = Reports joined
ledger-feedback-split = Reports parted again
ledger-feedback-redirected = Report sent on to another office
ledger-feedback-returned = Case given back to the coordinator
ledger-feedback-taken = Case taken up by the unit
ledger-feedback-noted = Working note of staff
ledger-feedback-closed-silent = Case closed without a reply
ledger-feedback-reworked = Case taken up again
ledger-feedback-escalated = Case escalated
ledger-feedback-resumed = Case taken back into work
ledger-feedback-reopen-asked = Reporter asks to open it again
ledger-feedback-reopen-declined = Not opened again
ledger-feedback-reopened = Case opened again
ledger-feedback-withdrawn = Report withdrawn
ledger-feedback-withdrawn-ex-officio = Reporter withdrew, examination goes on
ledger-feedback-asked-again = Reporter asked once more
ledger-feedback-followed-up = Reporter answered the four-week question
ledger-feedback-clocks-moved = Deadlines adjusted to new holidays
mail-feedback-info-asked-subject = Report { $reference } needs completing
mail-feedback-info-asked-text =
    Hello,
    {""}
    Your report { $reference } needs completing. The clock stands still meanwhile; if it is not completed in time, it is deemed withdrawn.
    {""}
    Open Track a report in Balai and enter your receipt of 20 digits.
    {""}
    { $next }
    {""}
    Regards,
    Balai
mail-feedback-news-subject = News of report { $reference }
mail-feedback-news-text =
    Hello,
    {""}
    There is news of your report { $reference }.
    {""}
    Open Track a report in Balai and enter your receipt of 20 digits.
    {""}
    { $next }
    {""}
    Regards,
    Balai
mail-feedback-closed-silent-subject = Report { $reference } was closed without a reply
mail-feedback-closed-silent-text =
    Hello,
    {""}
    Your report { $reference } was closed because there was no reply to its answer. We do not take that as satisfied.
    {""}
    If it is not solved, you can ask to open it again with new evidence within 30 days. Open Track a report in Balai and enter your receipt of 20 digits.
    {""}
    { $next }
    {""}
    Regards,
    Balai
mail-feedback-follow-up-subject = Report { $reference }: still solved?
mail-feedback-follow-up-text =
    Hello,
    {""}
    Four weeks ago your report { $reference } was closed. Is it still solved?
    {""}
    One answer is enough: yes or no. Open Track a report in Balai and enter your receipt of 20 digits.
    {""}
    Regards,
    Balai
mail-feedback-received-later-subject = We received report { $reference }
mail-feedback-received-later-text =
    Hello,
    {""}
    We received your report to { $government }. Report number: { $reference }
    {""}
    Its deadline is set later, because the holidays of that year are not known yet.
    {""}
    Open Track a report in Balai and enter your receipt of 20 digits. For your safety, the digits are never sent by mail.
    {""}
    Regards,
    Balai

# The handlers' workspace
queue-verifikasi = To be checked
queue-jawab = To be answered
queue-dibantah = Contested
queue-eskalasi = Escalated
queue-dilengkapi = Waiting to be completed
queue-menunggu = Waiting for the reporter
queue-buka-lagi = Asked to reopen
queue-governments = Governments
queue-skip-list = Skip to the list of cases
queue-search = Words or reference
queue-search-button = Search
queue-narrow = Narrow by unit, service, kind …
queue-narrowed = Narrowed to: { $to }.
queue-clear = Clear
queue-unread = Has a new message
queue-messages = Messages of the reporter
queue-element = Element of the service
queue-protection = Protection
queue-none-title = Nothing fits
queue-none = No case in this queue fits what you narrowed it to.
queue-looked-title = Nothing fits so far
queue-looked-none = Nothing fits in the part of the queue that was looked at. Go on to the next part.
queue-stopped = Looked at so far: { $n } cases, the nearest deadlines first. The rest is on the next page.
queue-tick = Choose case { $reference }
queue-joined = + { $n } of the same
desk-waiting-more = more than { $n } waiting
desk-kept = Saved.
holding-label = With whom
holding-all = Anyone’s
holding-saya = Mine
holding-tanpa-petugas = Nobody’s
due-by-label = Deadline
due-by-all = Any deadline
due-by-terlambat = Late
due-by-pekan-ini = This week
clock-none = No deadline
clock-decide = Waiting for a decision
clock-paused = Clock stopped since { $date }
queue-reply-until = Reporter replies by { $date }
clock-today = Due today
holder-title = With whom
holder-me = Mine
holder-other = { $name }
holder-since = { $name } has had this case since { $date }.
holder-mine-since = You have had this case since { $date }.
holder-nobody = Nobody has this case yet.
holder-take = Take it
holder-take-over = Take it over
holder-give-back = Give it back to the queue
holder-give = Hand it to a colleague
do-serahkan = Hand over
do-catat = Keep the note
hand-to = Hand to
hand-to-hint = Those shown may handle this case.
hand-nobody = Nobody (back to the queue)
hand-note = Word to whoever gets it
hand-note-hint = Read by staff only. May stay empty.
form-pesan-serah = Word to whoever gets it
form-pesan-serah-hint = Read by staff only. May stay empty.
note-inside = Note for staff
note-inside-hint = Read by staff only, never by the reporter or the public.
form-catatan-dalam = Note for other staff
form-catatan-dalam-hint = Never shown to the reporter or to anyone else.
step-handed = Changed hands
handing-diserahkan = Handed to { $name }
handing-diambil = Taken by { $name }
handing-dikembalikan = Given back to the queue
handing-masa-berakhir = Back in the queue, because the tenure or role of whoever had it ended
ledger-feedback-handed = A case changed hands
notice-case-handed = A case was handed to you.
notice-cases-handed = Several cases were handed to you.
notice-cases-let-go = Cases are back in the unit’s queue, because the tenure or role of whoever had them ended.
bulk-label = With the chosen cases
bulk-next = Go on
bulk-serahkan = Hand to a colleague
bulk-serahkan-lead = The chosen cases will be with one person. The history of each says so.
bulk-catat = Add a note for staff
bulk-catat-lead = The same note is added to each case, and read by staff only.
bulk-kabarkan = Report progress
bulk-kabarkan-lead = The reporter reads this, and everyone does where the case is public.
bulk-pesan = Write to the reporters
bulk-pesan-lead = Each reporter reads their own message where they follow the case. Nobody else does.
bulk-gabungkan = Join with one case
bulk-gabungkan-lead = The chosen cases become part of one case and count once.
bulk-tanyakan = Ask for more information
bulk-tanyakan-lead = The clock stands still until the reporter completes the report.
bulk-message = Message
bulk-preview = Preview
bulk-preview-lead = Ready: { $ready } of { $all } cases. Nothing has changed yet.
bulk-preview-title = Each case
bulk-chosen = { $n ->
    [one] { $n } case chosen
   *[other] { $n } cases chosen
}
bulk-do = { $n ->
    [one] Do it for { $n } case
   *[other] Do it for { $n } cases
}
bulk-change = Change it first
bulk-back = Back to the queue
bulk-ready = Will be done
bulk-done = Done
bulk-not-done = Not done
bulk-unfit = What you chose does not go with this case.
bulk-not-there = This case is not at your desk.
bulk-trouble = Something went wrong on our side. This case has not changed; try again.
bulk-result = Done for { $done } of { $all } cases.
fault-missing-pilih = Choose at least one case of the queue.
fault-missing-petugas = Choose whom to hand it to.
fault-too-many-at-once = At most { $n } cases at once. Choose fewer.
leaving-title = Hand over your cases
leaving-link = Hand over all my cases
leaving-lead = Before you move on, hand the cases you have to a successor, with a word on what is done and what is not.
leaving-to = Successor
leaving-note-hint = Read by staff only, and kept with each case.
leaving-cases = { $n ->
    [one] { $n } case of yours
   *[other] { $n } cases of yours
}
leaving-more = These are the { $n } most urgent. The rest comes after them.
leaving-none-title = You have no cases
leaving-none = There is nothing to hand over.
keys-title = Keyboard shortcuts
keys-how = Press Alt (in Firefox: Alt + Shift; on a Mac: Control + Option) with the letter. Tab goes from the box of each case to its title, then to what is done to the chosen ones.
keys-search = to the search box
keys-narrow = to all the ways of narrowing
keys-bulk = to what is done to the chosen cases
templates-title = Reply templates
templates-lead = Replies that are written often, written well once. Those of a unit are offered in the units below it too.
templates-all = What there is
templates-none-title = No templates yet
templates-none = A handler or the head of the unit can write the first one.
template-new = Write a template
template-change-title = Change a template
template-change = Change
template-end = Remove
template-ended = The template was removed. Replies that were sent stay as they are.
template-kept = The template is kept.
template-name = Name of the template
template-name-hint = For example: Papers incomplete
template-unit = Belongs to
template-unit-hint = Offered in all units below it too.
template-body = Text
template-body-hint = What stands in braces is filled from the case, for example {"{"}nomor{"}"}.
template-fields = What can be filled
template-try = Try it with a case
template-try-hint = The reference of a case at your desk. Left empty, examples are used.
template-keep = Keep
template-example-button = See an example
template-example = What it becomes
template-example-of = With case { $reference }
template-example-made = With example values
template-pick = Reply template
template-for = For
template-for-jawaban = the answer
template-for-kemajuan = news of progress
template-for-pesan = a message to the reporter
template-use = Use
field-nomor = reference of the case
field-judul = headline of the case
field-layanan = service it is about
field-nama-unit = unit that handles it
field-tenggat = last day for an answer
field-tanggal-laporan = day it was received
field-hari-ini = today’s date
field-example-nomor = MDN-2611-7K3F
field-example-judul = Counter closed before the end of its hours
field-example-layanan = Birth certificate
field-example-nama-unit = Population and Civil Registration Office
field-example-tenggat = Friday, 20 November 2026
field-example-tanggal-laporan = 2 November 2026
field-example-hari-ini = Wednesday, 4 November 2026
field-no-service = the service concerned
field-no-due = as soon as possible
fault-unknown-field = Something in braces is not known, or a brace has no partner. What can be used: {"{"}nomor{"}"}, {"{"}judul{"}"}, {"{"}layanan{"}"}, {"{"}nama unit{"}"}, {"{"}tenggat{"}"}, {"{"}tanggal laporan{"}"}, {"{"}hari ini{"}"}.
## Performance plans and evaluations: plan, evaluation, objection, log of looks, delegation.

evaluation-nav = Parts of evaluation
evaluation-save = Save
evaluation-choose = Choose …
own-title = My performance
own-lead = Your performance plans (SKP) and evaluations. Only you, your assessor, the assessor's superior and the performance team can see them.
own-plans = Performance plans (SKP)
own-evaluations = Evaluations
own-empty-title = No plan yet
own-empty = A plan can be written once the performance team has opened its year and you are recorded as the holder of a post.
own-nobody-title = This account belongs to no civil servant
own-nobody = It is not joined to a person in the records, so it has no plan. Ask an administrator if that is wrong.
looks-link = Who looked at my performance data
looks-title = Who looked at my performance data
looks-lead = Whenever somebody else opens a card, plan, evaluation, coaching, recognition or development record of yours, it is written here: who, by what right, what for, and when.
looks-empty-title = Nobody has looked
looks-empty = So far nobody else has opened your performance data.
looks-what = { $what } ({ $form })
looks-older = Older
looks-newest = Newest
looked-kartu = Evidence card
looked-skp = Plan
looked-evaluasi = Evaluation
looked-berkas = Dossier
looked-pembinaan = Coaching
looked-pengembangan = Development
looked-penghargaan = Recognition
look-form-halaman = page
look-form-pdf = PDF
look-form-csv = CSV
look-form-json = JSON
look-form-zip = Everything (ZIP)
standing-pegawai = Civil servant
standing-penilai = Assessor
standing-atasan_penilai = Assessor's superior
standing-tim_kinerja = Performance team
standing-kepegawaian = Personnel office
you-are-pegawai = Your evaluation
you-are-penilai = You are the assessor
you-are-atasan_penilai = You are the assessor's superior
you-are-tim_kinerja = You see this as the performance team; the civil servant can read that you do
line-nobody = Nobody yet
line-nobody-title = Nobody in the portal can assess this post yet
line-nobody-what = The assessor is the direct superior (PP 30/2019), and the directory has no official above this post. If it is the regional secretary's, the head of region assesses: ask a directory administrator to add the post of { $head } to the unit of the government itself, and to give its account the role of assessor. Where the superior post is vacant, ask for an acting official to be recorded. Until then this post is assessed outside the portal.
version-number = Version { $number }
versions = Versions
versions-lead = Old versions are not deleted and stay readable.
period-year = Year { $year }
period-quarter = Quarter { $number } of { $year }
period-month = { $month } { $year }
rhythm-bulanan = Evaluated every month in between
rhythm-triwulanan = Evaluated every quarter in between

plan-title = Plan { $year }: { $name }
plan-crumb = Plan { $year }
plan-begin-title = Write the plan of { $year }
plan-begin = Begin
plan-begun = The plan is begun. Add results, then propose it to your assessor.
plan-state-draft = Being written
plan-state-diusulkan = Waits for agreement
plan-state-disepakati = Agreed
plan-post = Post
plan-rules = Rules
plan-results = Results
plan-no-results = No results yet.
plan-add-result = Add a result
plan-edit-result = Change the result
plan-remove-result = Remove
plan-result-saved = The result is saved.
plan-result-lead = Write what is to be reached, not the activity, and how one will know.
plan-kind = Category
result-utama = Main
result-utama-hint = Serves the leader's result or the duties of the post.
result-tambahan = Additional
result-tambahan-hint = Beside the duties, such as a special assignment.
plan-result = Planned result
plan-result-hint = For example: birth certificates are issued as promised.
plan-serves = Serves the leader's result: { $result }
plan-serves-label = The leader's result that it serves
plan-serves-hint = From the leader's plan once it is agreed.
plan-serves-none = None, or not available yet
plan-perspective = Perspective
plan-perspective-hint = Needed for senior executives.
perspective-penerima_layanan = Recipients of the service
perspective-proses_bisnis = Business process
perspective-penguatan_internal = Internal strengthening
perspective-anggaran = Budget
plan-indicators = Indicators
plan-indicators-hint = Fill in at least one. Leave empty what is not used.
plan-indicator = Indicator
plan-target = Target
plan-unit = Unit
aspect-kuantitas = Quantity
aspect-kuantitas-hint = How much.
aspect-kualitas = Quality
aspect-kualitas-hint = How well.
aspect-waktu = Time
aspect-waktu-hint = How fast, or until when.
aspect-biaya = Cost
aspect-biaya-hint = At what cost.
plan-behaviours = Behaviour (BerAKHLAK)
plan-no-expectation = The leader wrote no special expectation; the general guide applies.
plan-edit-expectations = Write special expectations and attachments
plan-expectations-hint = The leader's special expectation of each value may be empty.
plan-resources = Resources
plan-accountability = Accountability
plan-consequences = Consequences
plan-propose-title = Propose to the assessor
plan-propose-lead = The assessor reads this plan and agrees to it or gives it back with a note.
plan-propose = Propose the plan
plan-waits = This plan waits for the assessor. You are told as soon as it is agreed to or returned.
plan-agree-title = Your agreement
plan-agree-lead = Agree when what is expected is clear to both. If not, give it back with a note.
plan-agree = Agree to the plan
plan-return-note = Note on giving it back
plan-return-hint = Write what is to be changed; needed when you give it back.
plan-return = Give it back
plan-change-title = Change the agreed plan
plan-change-note = Reason for the change
plan-change-hint = A new version begins; the agreed one stays in force until the new one is agreed.
plan-change = Begin a new version
plan-steps = What happened
plan-step-started = Begun
plan-step-proposed = Proposed
plan-step-returned = Given back
plan-step-agreed = Agreed
plan-step-changed = New version begun
plan-old-version = You read version { $version }, which is not the newest.
plan-newest = Open the newest

value-berorientasi_pelayanan = Service-oriented
value-berorientasi_pelayanan-hint = Understands and meets needs; friendly, quick, solves problems, reliable; improves without end.
value-akuntabel = Accountable
value-akuntabel-hint = Honest, responsible, careful, disciplined and upright; uses public property responsibly; does not misuse the powers of the post.
value-kompeten = Competent
value-kompeten-hint = Improves own competence; helps others learn; works at the best quality.
value-harmonis = Harmonious
value-harmonis-hint = Respects everyone whatever their background; likes to help; builds a good place to work.
value-loyal = Loyal
value-loyal-hint = Holds to Pancasila and the Constitution; keeps the good name of colleagues, leaders, agency and state; keeps official secrets.
value-adaptif = Adaptive
value-adaptif-hint = Adapts quickly; keeps innovating; acts of their own accord.
value-kolaboratif = Collaborative
value-kolaboratif-hint = Gives others the chance to contribute; open to working together; moves resources towards a common aim.
value-expected = The leader's special expectation: { $expectation }
value-rating = Rating
value-reason = Reason (needed when below expectation)

evaluation-title = Evaluation { $period }: { $name }
evaluation-begin = Begin an evaluation
evaluation-begun = The evaluation is begun. Write what was reached of each result.
evaluation-because = Version { $version } took the place of the one before because:
evaluation-no-sum = Evidence and what was reached are listed to be read. Nothing is added up or averaged: a rating is the assessor's judgement, and the predicate is read from the matrix.
evaluation-state-reporting = Being written
evaluation-state-reported = Waits for the assessor
evaluation-state-issued = Handed over
evaluation-state-acknowledged = Read
evaluation-state-accepted_by_silence = Accepted by silence
evaluation-state-objected = Objected to
evaluation-state-assessor_explained = Waits for the assessor's superior
evaluation-state-hearing = Both are heard
evaluation-state-decided_upheld = Upheld
evaluation-state-decided_changed = Changed
evaluation-state-final = Final
evaluation-step-started = Begun
evaluation-step-report = Results reported
evaluation-step-issue = Document handed over
evaluation-step-acknowledge = Read by the civil servant
evaluation-step-deadline_passed = Days to object over
evaluation-step-object = Objection
evaluation-step-explain = Explained by the assessor
evaluation-step-hear_both = Both were heard
evaluation-step-uphold = Evaluation upheld
evaluation-step-change = Evaluation changed
evaluation-step-finalise = Final
evaluation-step-correct = Corrected by a new version
by-day = By the passing of time
realised = What was reached, by evidence
realised-hint = Write what was reached and where the evidence is.
realised-cards = Evidence cards that support it
realised-none = Not written yet.
realised-write = Write or change it
report-title = Report the results
report-lead = Once reported, they cannot be changed and the assessor begins.
report = Report to the assessor
issue-not-yet = The evaluation can be filled in from { $date }, when the period is over.
acknowledge-title = Mark as read
acknowledge-lead = Marking it as read is not agreeing. You may still object until the last day.
acknowledge = I have read it
objection-until = Objection until { $date }
objection-due = You may object until { $date } ({ $days } working days from the day it was handed over).
object-title = Object
object-lead = The assessor's superior decides on the objection after hearing both. Write the reasons clearly.
object-reason = Reasons
object = Object
reason-hint = At least 10 characters.
explain-title = Answer the objection
explain-lead = Explain what your evaluation rests on. Your superior reads it beside the objection.
explain-text = Explanation
explain = Send the explanation
hear-title = Hear both
hear-lead = Note when and how the civil servant and the assessor were heard.
hear-note = Note of the meeting
hear = Note it
uphold-title = Uphold the evaluation
uphold-lead = The evaluation stays as it is.
decide-reason = Reasons for the decision
uphold = Uphold the evaluation
decide-change-title = Change the evaluation
change-lead = The objection is upheld: a new version is made in your name, the old one stays readable. This decision is final.
correct-title = Correction
correct-lead = A final evaluation is not changed. A correction makes a new version with its reason; the old one stays readable.

rate-terbitkan = Your evaluation
rate-ubah = The evaluation by your decision
rate-koreksi = The right evaluation
rate-terbitkan-button = Hand it over
rate-ubah-button = Decide and change
rate-koreksi-button = Issue the correction
rate-lead = Read first what was reached, the evidence cards and the replies. How many cards there are is no measure.
rate-results = Rating of results
rate-behaviour = Rating of behaviour
rate-behaviour-reason = Reason for the rating of behaviour
rate-behaviour-reason-hint = Needed when below expectation: behaviour below expectation always lowers the predicate.
rate-values-lead = Rate each behaviour by what was expected.
rate-notes = Notes
rate-notes-hint = What was good, what is to be improved, and on what it rests.
rate-recommendation = Recommendation
rate-pattern-note = On the pattern
rate-pattern-hint = Where your unit differs from the pattern you may explain it here. There is no quota.
feedback-for = Feedback on: { $result }
feedback-leader = The leader's feedback
rating-di_atas_ekspektasi = Above expectation
rating-sesuai_ekspektasi = Meets expectation
rating-di_bawah_ekspektasi = Below expectation
predicate = Predicate
predicate-sangat_baik = Very good
predicate-baik = Good
predicate-butuh_perbaikan = Needs improvement
predicate-kurang = Poor
predicate-sangat_kurang = Very poor
matrix-title = Where the predicate comes from ({ $rules })
matrix-lead = The predicate is read from the row of results and the column of behaviour. Nothing is reckoned.
matrix-label = Matrix of predicates
matrix-corner = Results \ behaviour
version-reason = Reason
version-reason-hint = Shown in the new version, read by the civil servant and the assessor.

organisation-title = What organisations reached
organisation-lead = What the unit reached is context for assessors. It is no quota and changes nobody's predicate.
organisation-none = What the organisation reached in this period is not set.
organisation-is = { $unit } reached: { $predicate }
organisation-add = Set what a unit reached
organisation-unit = Unit
organisation-period = Period
organisation-predicate = Predicate of the organisation
organisation-reason = What it rests on
organisation-istimewa = Excellent
organisation-istimewa-hint = Action plan or targets beyond what was agreed with the leader.
organisation-baik = Good
organisation-baik-hint = As agreed.
organisation-butuh_perbaikan = Needs improvement
organisation-butuh_perbaikan-hint = Mostly moving, a little below target.
organisation-kurang = Poor
organisation-kurang-hint = Moving, but much is to be improved.
organisation-sangat_kurang = Very poor
organisation-sangat_kurang-hint = Mostly no progress yet.
pattern-lead = The pattern comes from a worksheet that goes round (24 people) and is not verified as a rule. Use it to ask questions, not to fill shares.
pattern-predicate = Predicate
pattern-template = Pattern
pattern-here = What you have issued in this unit

part-1 = Civil servant
part-2 = Assessor
part-3 = Assessor's superior
part-4 = Evaluation
part-5 = Notes and recommendation
part-6 = Objection
part-7 = The assessor's explanation
part-8 = The superior's decision
part-9 = Note of the hearing
part-10 = Received by the civil servant
part-11 = Signed by the assessor
part-none = None.
part-unsigned = Not signed yet.
part-by-superior = This version was decided by the assessor’s superior: { $name }, { $when }
part-signed = { $name }, { $when }
decided-changed = The objection is upheld; the evaluation is changed.
decided-upheld = The evaluation is upheld.
evidence-title = Accepted evidence cards
evidence-none = No evidence card was accepted for this period.
dossier-title = Download the dossier
dossier-lead = For entry into e-Kinerja. The ZIP has everything with a list of SHA-256. Downloads by others are told to the civil servant.
dossier-paper-lead = Evaluation document, version { $version }. The predicate is read from the matrix; nothing is added up.

assess-title = Whom I assess
assess-lead = Who assesses whom follows from today's posts: where a post is vacant or its official is hindered, it goes to the next one above by itself.
assess-years = Year
assess-waiting = Waits for you
assess-others = Others
assess-empty-title = Nothing waits
assess-empty = There are no plans or evaluations of people whom you assess this year.

lend-title = Delegation
lend-lead = Hand assessing over while you are hindered. It lasts its days only and names posts, not people.
lend-lead-team = The team can hand over what is a hindered official's.
lend-days = { $from } to { $to }
lend-only = only for { $post }
lend-withdrawn = Taken back
lend-lasts = In force
lend-over = Over
lend-withdraw = Take back
lend-new = Delegate
lend-government = Government
lend-from = From the post
lend-to = To the post
lend-to-hint = Whoever acts in this post assesses; a supervisor at least.
lend-for = Only for the post (optional)
lend-for-hint = The last part of the address of the post’s page, such as lurah-kelurahan-terjun. Leave empty for everyone below.
lend-for-all = Everyone below
lend-starts = From
lend-ends = To
lend-reason = Reason
lend-give = Delegate

period-title = Periods
period-of = Periods of evaluation: { $government }
period-empty-title = No year is open
period-empty = Open a year, so that plans can be written.
period-open-title = Open a year
period-year-label = Year
period-rhythm = Evaluated in between
period-rules = Rules in force: { $rules }. They stay with this year even if they change later.
period-open = Open the year
period-stands = Where { $year } stands
period-what = What
period-state = State
period-many = How many
period-looks = Opening somebody's evaluation is written down, and they can read it.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# Evidence: sources, holds, desk, dialogue
record-lists = Lists of cards
record-siap = To decide
record-menunggu = Waiting for a reply
record-selesai = Decided
record-milik = About you
record-empty-siap-title = Nothing waits for your decision
record-empty-siap = Cards appear here once the post holder has replied, or the days for it are over.
record-empty-menunggu-title = Nothing waits for a reply
record-empty-menunggu = While the right of reply runs, cards are here and cannot be decided yet.
record-empty-selesai-title = No decisions yet
record-empty-selesai = Cards you decided are kept here with their reasons.
record-empty-milik-title = No cards about your post yet
record-empty-milik = Cards appear when a reporter confirms the answer to their report. You always read them first.
source-answer = Official answer in the forum that helped
card-asked = What was asked
card-service = Service
card-value = Proposed value
card-reports = Stands for
reports-one = one report
reports-few = 2 to 4 merged reports
reports-some = 5 to 9 merged reports
reports-many = 10 or more merged reports
card-reply-by = Right of reply until { $date }
card-decide-by = Please decide by { $date }
card-reply-lapsed = The right of reply ended without a reply. Silence admits nothing.
card-reply-photos = Supporting photos (optional)
card-reply-photos-hint = Three at most. Only you, the assessor, the assessor's superior and the performance team can see them.
dossier-photo = Supporting photo: { $file } (in the ZIP)
card-reply-photo = Supporting photo number { $n } of the reply
card-way-back = Where this card comes from
card-case-link = Report { $reference }
card-case-closed = Report { $reference } is not public
card-topic-link = Topic in the forum
card-case-desk = The report at its desk
card-way-on = What came of the card
card-way-on-none = No evaluation lists this card yet, or its page is not yours to open.
card-history = What happened to the report
card-value-confirm = Core value that you see here
card-value-hint = The portal proposes one from the element of the service. You decide; it may stay empty.
card-value-confirmed = Core value
card-grounds = Why it is rejected
card-grounds-hint = Only when the card is rejected. Grounds are counted by unit, without names.
card-feedback = Sentence of feedback
card-feedback-hint = Read by the post holder and kept in the dossier. Change it as you see fit. Not used when the card is rejected.
card-feedback-title = Feedback from those served
grounds-beyond_post = Beyond the control of the post
grounds-not_shown = Not shown well enough
grounds-other_post = Concerns another post
grounds-rule_not_person = The matter is the rule, not the person
grounds-repeated = Dealt with in another card
decision-by = { $by }, { $when }
decision-before = Earlier decisions: { $n }
decision-correct = Correct this decision
decision-correct-hint = The old decision is not deleted. The correction stands beside it, with its own reason.
dialogue-title = Dialogue
dialogue-none = No notes yet. Post holder and assessor can write here at any time.
dialogue-write = Note
dialogue-hint = Kept with name and date, and cannot be deleted.
dialogue-button = Save the note
dialogue-holder = post holder
dialogue-assessor = assessor
assessed-by = Assessed by
assessed-delegated = By delegation.
assessed-next = Because the post below is vacant, or its official is too near to this matter.
assessed-nobody = There is no official yet who could assess this card.
trail-title = Trail in the public record
trail-waiting = waits for its number
draft-upheld = Those served said that on { $date } { $what } fell short, and the unit found it true.
draft-partly = Those served said that on { $date } { $what } fell short, and the unit found it partly true.
draft-praise = Those served expressed their appreciation of { $what } on { $date }, and the unit confirmed it.
draft-answer = Participants of the forum said that your official answer of { $date } helped.
draft-element-of = { $element } of the service { $service }
draft-service = the service { $service }
draft-matter = what was reported
draft-promise = The promise in force that day: { $promise }.
draft-reply = Your reply was read and considered.
draft-improve = Please agree together what will be improved and when to look at it again.
draft-keep = Thank you; this way of working is worth keeping and sharing.
hold-was = This card was held back
hold-burst = In a few days far more reports of this kind came in about this unit than usual.
hold-same_text = Several reports use nearly the same words.
hold-new_accounts = Several senders use accounts that are new.
hold-own_account = The praise was sent from the post holder's own account.
hold-colleague = The praise was sent from the account of somebody in the same unit.
hold-burst-short = came at once
hold-same_text-short = nearly the same words
hold-new_accounts-short = new accounts
hold-own_account-short = own account
hold-colleague-short = a colleague's account
hold-released = Looked at and released by { $by }, { $when }:
hold-discarded = Looked at and set aside by { $by }, { $when }:
hold-after-decision = The suspicion came after the decision. The assessor may correct it.
hold-counts = { $seen } reports on { $days }; usually { $usual } in the same time.
holds-title = Cards held back
holds-lead = What came at once, or may be self-praise, is held here until somebody has looked. A held card reaches no assessor, and its clock stands still. A suspicion is no accusation.
holds-empty-title = Nothing is held back
holds-empty = When reports come in at once, their group appears here with the reason.
holds-waiting = { $n } waiting
holds-settled = Looked at
holds-of = Held back: { $unit }
holds-why = Why it is held
holds-what-is-looked-at = Only time, unit, words and, of senders who gave a name, the age of the account are looked at. Who sent something is not shown, here neither.
holds-reports = Reports of this group
holds-card = card
holds-not-public = A report that is not public
holds-not-verified = Not verified yet, or confidential; its words are not read here.
settle-title = What you found
settle-released = Release
settle-released-hint = The reports are genuine. The card goes on, the right of reply begins today, and the card says that it was held.
settle-discarded = Set aside
settle-discarded-hint = The reports were coordinated, or self-praise. The card is not used and not counted, but kept.
settle-which = For
settle-all = All that wait ({ $n })
settle-reason = Reason
settle-reason-hint = What you looked at and what you found. The reason stays with the card.
settle-button = Save
settled-released = Released
settled-discarded = Set aside
notice-card-replied = The post holder replied to an evidence card that you assess.
notice-card-noted = There is a new note in the dialogue of an evidence card.
ledger-evidence-held = Evidence card held back
ledger-evidence-refreshed = Evidence card made anew after its report was opened again
ledger-evidence-released = Evidence card released
ledger-evidence-discarded = Evidence card set aside
ledger-evidence-noted = Note in the dialogue of an evidence card
ledger-feedback-rule-matter = Marked: the matter is the rule
ledger-feedback-rule-matter-withdrawn = The mark "the matter is the rule" was taken back
rule-matter-title = The matter is the rule
rule-matter-lead = Where the rule is the matter and not how somebody works, mark it here. The report is answered all the same, but becomes no evidence card about anybody.
rule-matter-note = Which rule, and why
rule-matter-button = Mark
rule-matter-marked = Marked on { $date }: the matter is the rule and not the person. It becomes no evidence card.
rule-matter-back-title = Take this mark back
rule-matter-back-lead = The mark and its reason stay on record. Where the reporter has confirmed the answer already, the evidence card is made now, and the holder's days to reply begin today.
rule-matter-back-reason = Why the mark was wrong
rule-matter-back-button = Take the mark back
case-card-title = Evidence card of this report
forum-helped = This answer helped
forum-helped-own = You said that this helped
ledger-figures-published = Figures of a quarter frozen and published
ledger-improvement-told = Improvement because of a report announced
ledger-improvement-withdrawn = Improvement taken back
# Ideas space
desk-ideas = Ideas
desk-cards = Evidence cards
desk-performance = Performance plans and evaluations
desk-ideas-answer = Ideas waiting for your answer
ideas-title = Ideas space
ideas-lead = Improvements proposed by colleagues. The head of the unit answers by its day; an idea that is accepted becomes a commitment of the unit with a date and a post that answers for it.
ideas-government = Local government
ideas-propose = Propose an idea
ideas-waiting = Waiting for your answer
ideas-all = All ideas
ideas-empty-title = No ideas yet
ideas-empty = Be the first. A small thing that can be done next week is useful too.
ideas-propose-lead = Say what could be better and how. Ideas are read by the staff of this government; residents see only the commitments that a unit publishes.
idea-title = The idea in one sentence
idea-text = Description
idea-text-hint = What is the problem, who would be helped, what steps do you propose. Speak of how work is done, not of persons.
idea-unit = Unit addressed
idea-unit-hint = The unit that would do it. Its head answers.
idea-service = Service concerned
idea-no-service = Not about one service
idea-cases = Residents' reports behind it (may be empty)
idea-cases-hint = References of reports that are public, five at most, separated by spaces.
idea-send = Send the idea
idea-proposed = The idea was sent. The head of the unit has been told.
idea-hidden-title = Idea hidden
idea-stage-terbuka = Waiting for the unit's answer
idea-stage-terlambat_dijawab = The unit's answer is late
idea-stage-diterima = Accepted
idea-stage-tidak_diterima = Not accepted for now
idea-answer-due = to be answered by { $date }
idea-comments = { $n } comments
idea-comment = Your comment
idea-comment-button = Send the comment
idea-comment-number = on comment { $n }
idea-answer-title = The unit's answer
idea-not-answered = Not answered yet by { $unit }.
idea-outcome = Your answer
idea-outcome-diterima = Accepted, becomes a commitment
idea-outcome-diterima-hint = Fill in the commitment below as well: what, by when, and which post answers for it.
idea-outcome-tidak_diterima = Not accepted for now
idea-outcome-tidak_diterima-hint = Give the reason. Whoever proposed it has a right to know what stands in the way.
idea-answer = Explanation
idea-answer-hint = Read by all staff of this government.
idea-answer-button = Send the answer
idea-promise-title = Commitment, if accepted
idea-promise-lead = The date cannot be moved once it is saved. If it is late, it is shown as late.
idea-promise = What will be done
idea-promise-hint = One or two sentences that others can check. No names of persons.
idea-due-on = Done by
idea-due-on-hint = Choose a date that can truly be kept.
idea-owner = Post that answers for it
idea-publish = Publication
idea-publish-on = Show it on the public page of { $unit }
idea-from-cases = Where it began
idea-who-reads = This page is read by the staff of this government. The name of whoever proposed it is never published.
commitment-title = Commitment of the unit
commitments-title = Commitments
commitments-lead = Improvements this unit has promised, with their dates. What is late stays shown as late.
commitment-due = Done by
commitment-by = by { $date }
commitment-owner = Answers for it
commitment-public = Shown on the unit's public page.
commitment-internal = For staff only.
commitment-from = Began with the report
commitment-tell = News
commitment-news = What is new
commitment-news-hint = What has happened. If it is given up, say why. Read by everyone if the commitment is published.
commitment-tell-button = Save the news
commitment-step-kemajuan = Progress
commitment-step-selesai = Done
commitment-step-dihentikan = Given up
commitment-stage-berjalan = Under way
commitment-stage-terlambat = Late
commitment-stage-selesai = Done
commitment-stage-selesai_terlambat = Done, late
commitment-stage-dihentikan = Given up
notice-idea-proposed = There is a new idea for your unit
notice-idea-due = An idea must soon be answered
notice-idea-answered = Your idea was answered
notice-idea-commented = There is a comment on your idea
notice-commitment-owned = Your post answers for a commitment
notice-commitment-told = There is news of the commitment from your idea
ledger-idea-proposed = An idea of staff was proposed
ledger-idea-commented = An idea of staff was commented on
ledger-idea-answered = An idea of staff was answered
ledger-idea-hidden = A text in the ideas space was hidden
ledger-idea-kept = A text in the ideas space was kept
ledger-commitment-made = A unit made a commitment
ledger-commitment-told = News of a unit's commitment

# Public figures and improvements
quarter = Quarter { $number } of { $year }
performance-title = Performance of units
performance-lead = What became of residents' feedback: how much came, how much was answered in time, how it ended, and what was improved. By unit and quarter, never by person.
performance-periods = Quarters
performance-whole = All published units
performance-empty-title = No figures can be published yet
performance-empty = The figures of a quarter are published thirty days after it ended, for units with at least ten different raters.
performance-too-few = too few to publish
performance-how-title = How it is counted
performance-how-raters = Each rater counts once per unit and quarter, with the last report. Reports without an account count one by one, because who sent them is not recorded; merged reports count once. Only reports that everyone may read are counted: confidential ones and those of misconduct would show by the difference. Those that were withdrawn, are not verified yet, or belong to others are not counted either. A report counts for the unit that answered it first; before that, for the unit that has it.
performance-how-small = Numbers below ten are not published, nor others that would reveal them by subtraction. That is why some kinds and elements have no numbers of their own. Figures are frozen when they are published, thirty days after the quarter ended, and not changed again.
performance-how-held = Reports that came in a burst and were not looked at yet, or were set aside, are not counted.
performance-files = The same figures as files:
figure-raters = { $n } raters
figure-solved = Of those who said how it ended, { $share }% said it was solved (between { $low } and { $high }%).
figure-in-time = Of those answered or due, { $share }% were answered in time (between { $low } and { $high }%).
figure-timely = Answered in time
figure-timely-in_time = In time
figure-timely-late = Late, or due without an answer
figure-timely-running = Not answered yet, the clock is running
figure-timely-no_clock = Without a clock
figure-days = Working days until the first answer
figure-days-all = All
figure-days-said = half within { $median } days, nine of ten within { $p90 } days
figure-element = What it is about
figure-element-unnamed = No element named
performance-past = { $unit } from quarter to quarter
trend-title = Performance of { $unit } from quarter to quarter
trend-lead = A unit beside its own past, not beside other units: what comes to each of them differs.
trend-in-time = Answered in time
trend-solved = Solved, says the reporter
trend-table = The same numbers in words
trend-share = { $share }% (between { $low } and { $high }%)
trend-raters = Counted
trend-interval = The interval shows how far a number may move with more reports. Two quarters whose intervals overlap need not differ.
trend-unit = Page of { $unit }
performance-how-days = Working days count from the day after the report was received until the first answer, without holidays and without days on which the reporter was waited for. What is not answered counts as longer than everything that was, so that putting answers off improves nothing. Praise has no clock and is left out of days and elements.
performance-how-silent = Closed without word of the reporter is counted apart; silence is not satisfaction. What was contested once stays contested, even if it was solved in the end.
performance-how-interval = The interval shows how far a number may move with more reports (95%). Two quarters whose intervals overlap need not differ.
performance-how-whole = The figures of all units add up, for each part, the units that publish all of that part. So the parts may have different totals.
performance-how-compare = Units are not ranked. What comes to each of them differs, so the mix of feedback always stands beside the numbers; compare a unit with its own past.
performance-whole-note = Each part adds up the units that publish all of it.
performance-feed = The figures of this quarter are published for { $units } units with { $raters } raters.
figure-days-tenth = half within { $median } days; more than a tenth was not answered when this was counted
figure-days-half = more than half was not answered when this was counted
figure-days-of = Of { $n } raters
figure-days-from = { $n } days or more
figure-days-until = at most { $n } days
figure-mix = What came: { $parts }
figure-mix-rest = Others, not published by kind { $n }
figure-by-kind = By kind of feedback
figure-by-element = By element of service
figure-by-note = In brackets: the share of those answered or due, and of those who said how it ended, with its interval. A – means too few to publish, or no clock.
figure-column-received = Received
figure-column-in-time = In time
figure-column-late = Late
figure-column-running = Not answered
figure-column-confirmed = Solved
figure-column-contested = Contested
figure-column-silent = Without word
figure-column-open = Still open
figure-days-between = { $low }–{ $high } days
figure-days-range-half = ; half lies within { $range }
figure-days-range-nine = ; nine of ten within { $range }
figure-days-not = not answered
figure-column-half = Half within (days)
figure-column-nine = 9 of 10 within (days)
figure-kind = What came
figure-kind-pengaduan = Complaints
figure-kind-apresiasi = Praise
figure-kind-aspirasi = Suggestions
figure-kind-permintaan_informasi = Requests for information
figure-ending = How it ended
figure-ending-confirmed = Solved, says the reporter
figure-ending-contested = Contested by the reporter
figure-ending-silent = Closed without word of the reporter
figure-ending-open = Still open
figure-evidence = Became evidence
figure-evidence-accepted = Accepted as evidence
figure-evidence-rejected = Rejected as evidence
figure-evidence-waiting = Waiting
figure-evidence-none = Did not become evidence
figure-grounds = Why rejected
figure-grounds-beyond_post = Beyond the control of the post
figure-grounds-not_shown = Not shown well enough
figure-grounds-other_post = Concerns another post
figure-grounds-rule_not_person = The matter is the rule
figure-grounds-repeated = Dealt with already
improvements-title = You said, we did
improvement-before = Before
improvement-after = After
improvement-since = since { $date }
improvement-case = Began with the report: { $title }
improving-title = Improvements because of reports
improving-lead = Tell what changed because of residents' reports. Everyone reads this; write about the service, not about persons.
improving-case = Reference of the report
improving-case-hint = A public report that your unit has answered, such as MDN-2611-7K3F0.
improving-before-hint = How things were according to the report, in a sentence or two.
improving-after-hint = What is different now, so that residents can see it.
improving-since = Since
improving-button = Publish
improving-told = Published
improving-withdraw = Take back
improving-withdraw-reason = Why it is taken back
track-evidence-title = Your report was used for improvement
track-evidence = Your report has become part of what this service is improved by. Thank you.
unit-performance = Performance by quarter
# Coaching
desk-development = Development
saved-internally = Saved.
refusal-skips-step = It is too early for this step. First check-in, second check-in and outcome are written in this order, the two check-ins on different days.
coaching-title = Coaching
coaching-lead = Coaching helps somebody to improve their work: the reasons are written, the steps agreed, and what came of them is looked at twice. It is no punishment, and is never published.
coaching-empty-title = No coaching
coaching-empty = There is no coaching that concerns you.
coaching-as-pegawai = For you
coaching-as-penilai = You are the coach
coaching-as-atasan_penilai = By assessors below you
coaching-as-tim_kinerja = Performance team
coaching-open = Open a coaching
coaching-open-lead = Talk with the person first. What is recorded here is what was agreed.
coaching-assessed = { $n } people whom you assess
coaching-open-for = Coaching for { $name }
coaching-open-how = Write facts, not impressions of the person. Everything you write is read by the person concerned.
coaching-opened = The coaching is open. The person has been told.
coaching-reason = Reason
coaching-reason-hint = What happened, when, and what is hoped to change.
coaching-cards = Evidence cards behind it (may be empty)
coaching-cards-are = Evidence cards behind it:
coaching-no-cards = No evidence card about this person has been accepted yet. The reason above is enough.
coaching-actions = Agreed steps
coaching-action = Step { $n }
coaching-action-optional = Step { $n } (may be empty)
coaching-action-due = Done by, step { $n }
coaching-checks = Two check-ins
coaching-first-check = Day of the first check-in
coaching-second-check = Day of the second check-in
coaching-open-button = Open the coaching
coaching-of = Coaching of { $name }
coaching-since = opened { $date }
coaching-planned = Planned for { $date }
coaching-check-on = next check-in { $date }
coaching-check-was = check-in was due { $date }
coaching-stage-dibuka = Waiting for the first check-in
coaching-stage-ditinjau_sekali = Waiting for the second check-in
coaching-stage-ditinjau_dua_kali = Waiting for the outcome
coaching-step-tinjauan_1 = First check-in
coaching-step-tinjauan_2 = Second check-in
coaching-step-hasil = Outcome
coaching-outcome-membaik = Improved
coaching-outcome-membaik-hint = What was hoped for is there. The coaching is over.
coaching-outcome-diperpanjang = Extended
coaching-outcome-diperpanjang-hint = More time is needed. Open a further coaching with new steps and days.
coaching-outcome-diteruskan = Referred
coaching-outcome-diteruskan-hint = Handed to others, such as the personnel office. Say to whom and why.
coaching-not-yet = Not written yet.
coaching-view-title = View of the person concerned
coaching-no-view = No view has been written yet.
coaching-your-view = Your view
coaching-your-view-hint = What you find right, what stands in the way, what support you need. It always goes along with this record.
coaching-view-button = Save the view
coaching-write = Write: { $step }
coaching-seen = What was seen
coaching-seen-hint = Facts that can be checked: what changed, what did not, and why.
coaching-save = Save
coaching-continue = Open a further coaching
coaching-continued = See the further coaching
coaching-continues = Follows an earlier coaching
coaching-who-sees-title = Who can read this
coaching-who-sees = Only the person concerned, their assessor, the assessor's superior and the performance team. Each time somebody else opens this page, the person can see it.
coaching-looks = Who has looked
coaching-no-looks = Nobody else has opened this page yet.
coaching-seen-as-pegawai = the person concerned
coaching-seen-as-penilai = as assessor
coaching-seen-as-atasan_penilai = as the assessor's superior
coaching-seen-as-tim_kinerja = as performance team
notice-coaching-opened = A coaching for you was opened. Read it, and write your view.
notice-coaching-step = There is a new note in your coaching.
notice-coaching-view = Someone you coach wrote down their view.
notice-coaching-due = There is a check-in of a coaching today.
ledger-personnel-recorded = An internal personnel record was written

# Growth of competencies, and training
role-personnel_office = Personnel office
growth-title = My development
growth-of = Development of { $name }
growth-nobody-title = This account belongs to no civil servant
growth-nobody = Development is shown for the account of a civil servant.
growth-fit = Competencies and what the post requires
growth-levels = Levels that were assessed
growth-assessed-on = Assessed on
growth-source = Source
growth-recurring = What recurs in evidence cards
growth-recurring-lead = Elements that came up in more than one card that the assessor accepted, with their days. The list helps to choose training; it is not added up to a score.
growth-no-recurring = No element recurs.
growth-who-sees-title = Who can read this
growth-who-sees = Only the person concerned, their assessor, the assessor's superior, the performance team and the personnel office. Each look by somebody else is recorded, and the person can read it.
fit-met = { $met } of { $required } required competencies are met.
fit-nothing-required = This post names no required competencies yet.
fit-none-assessed = No competency has been assessed yet. That is nobody's failing; the personnel office arranges assessments.
fit-gaps = Not met or not assessed yet:
fit-required = level { $n } required
fit-assessed = assessed at level { $n }
fit-not-assessed = never assessed
training-of-year = Training in { $year }
training-hours = { $done } of { $needed } hours (JP) are done in { $year }.
training-none = No training is planned yet.
training-jp = { $n } hours (JP)
training-planned = Planned
training-done-on = Done { $date }, { $hours } hours (JP)
training-mark-done = Record as done
training-number = training { $n }
training-done-hours = Hours (JP) done
training-done-day = Done on
training-proof = Proof
training-proof-hint = Number of the certificate or letter.
training-plan = Plan a training
training-topic = Topic
training-for = For the competency
training-for-none = None in particular
training-for-hint = The list has the requirements of the post that are not met yet.
training-hours-field = Hours of instruction (JP)
training-hours-hint = 1 JP is 45 minutes.
training-provider = Provider
training-cost = Cost in rupiah (may be empty)
training-cost-hint = Digits only, for example 2.500.000.
training-day = Planned day
training-plan-button = Save the plan
level-record = Record a level
level-record-lead = Write only what was officially assessed, with its day and source. Earlier records stay.
level-technical-choice = A technical competency, named below
level-technical = Name of the technical competency
level-source-hint = For example the number of the assessment report.
look-title = Who has looked
look-none = Nobody else has looked.
look-all = Everyone who has looked
look-to-keep = keeping the development records
training-overview = Training and budgets
training-overview-lead = Everyone has at least { $hours } hours (JP) of training a year. The state of { $year } as of today, for the personnel office only.
training-see-public = See what is public
training-agency = Agency
training-people = Staff
training-with-hours = With { $n } hours (JP)
training-budget = Budget
training-planned-cost = Cost planned
training-no-budget = not recorded
training-budget-record = Record a training budget
training-budget-source-hint = For example the number of the budget document.
training-year = Year
training-public-title = Training of staff
training-public-lead = Staff have at least { $hours } hours (JP, of 45 minutes) of training a year. As of { $date }.
training-public-empty-title = No data yet
training-public-empty = This government has not recorded the training of its staff yet.
training-share = Staff with { $n } hours (JP)
training-about-percent = about { $n } %
training-none-recorded = nothing recorded yet
training-too-few = fewer than { $n } people, not shown
training-budget-each = Budget a year for each
training-public-note = Totals of agencies with at least { $n } people only, at the end of each quarter, rounded to tens of percent. Never by person.
notice-training-planned = A training was planned for you
notice-training-done = Your training was recorded as done
notice-recognition-given = You were given a recognition
notice-recognition-withdrawn = A recognition of yours was taken back

# Recognition
recognition-title = Recognition
recognition-lead = Recognition is given by the assessor or the one above, on grounds that are written down. No formula gives it, nobody is ranked, and it is not published.
recognition-own = Given to you
recognition-none = No recognition is recorded.
recognition-given = What was given
recognition-given-lead = For the personnel office. Everyone who is shown here can read that you looked.
recognition-none-given = No recognition is recorded in this government.
recognition-by = by { $name }
recognition-withdrawn = Taken back
recognition-new = Record a recognition
recognition-for = Recognition for { $name }
recognition-of = Recognition of { $name }
recognition-how = Say what was done and on what ground. The person reads it and is told; the personnel office can see it.
recognition-kind = Kind of recognition
recognition-kind-gone = A kind no longer used
recognition-cards = Accepted cards of praise
recognition-no-cards = There is no accepted card of praise that you may open.
recognition-evaluation = Evaluation of a year
recognition-evaluation-hint = Final ones only. Not every predicate is a ground for every kind of recognition.
recognition-no-year = No evaluation
recognition-year = Year { $year }: { $predicate }
recognition-year-closed = Evaluation of { $year } (not yours to open)
recognition-cards-closed = { $n } evidence cards (not yours to open)
recognition-card-rejected = rejected since
recognition-reason = Reason
recognition-reason-hint = What was done, when, and what good it did residents or colleagues.
recognition-day = Date of the recognition
recognition-given-by = Given by
recognition-grounds = On what ground
recognition-button = Save and tell the person
recognition-done = The recognition is recorded. The person has been told.
recognition-no-ground-title = There is no ground for recognition yet
recognition-no-ground = Recognition rests on accepted cards of praise, or on the final evaluation of a year. There is neither, or they are not yours to open.
recognition-back = Back to the development record
recognition-not-public = Recognition is not published to residents, nor is the name. The portal has no way yet to ask for consent.
recognition-who-sees-title = Who can read this
recognition-who-sees = Only the person concerned, their assessor, the assessor's superior, the performance team and the personnel office. Whenever somebody else opens this page, the person can read it.
recognition-withdrawn-by = Taken back by { $name }, { $when }
recognition-take-back = Take this recognition back
recognition-take-back-lead = The record stays, with the reason it was taken back. The person is told.
recognition-take-back-reason = Why it is taken back
recognition-take-back-button = Take back

# Talent
talent-title = Talent
talent-lead = The nine boxes and the search for candidates are for the personnel office only. Everyone who is shown can read who looked and what for. Nobody is ranked.
talent-what = What to look at
talent-what-hint = The nine boxes, or candidates for an open post.
talent-boxes = The nine boxes
talent-purpose = For what purpose
talent-purpose-hint = Write it as it is: the people who are shown read this sentence.
talent-show = Show, and record it
talent-logged = Recorded { $when }. Purpose: { $purpose }
talent-boxes-lead = Each box has names in order of the alphabet, by the newest assessment with its day and source. The recommendations below come from the regulation and decide nothing.
talent-box = Box { $n }
talent-nobody = Nobody.
talent-performance-di_atas = Performance above expectation
talent-performance-sesuai = Performance as expected
talent-performance-di_bawah = Performance below expectation
talent-potential-tinggi = high potential
talent-potential-menengah = medium potential
talent-potential-rendah = low potential
talent-for = Candidates for { $post }
talent-criteria = Shown are people whose competencies were assessed. Of each it is said how many requirements of the post are met, and which are not. A higher level makes up for nothing elsewhere, and there is no combined score.
talent-order = Order
talent-by-name = By name
talent-by-fit = By number of requirements met
talent-none-title = Nobody can be shown yet
talent-none = Nobody's competencies have been assessed yet.
talent-record = Record a talent assessment
talent-record-lead = Write only what was officially assessed. Only the personnel office sees it.
talent-performance = Performance
talent-potential = Potential
look-search = seeking candidates for { $post }: { $purpose }
look-boxes = the nine boxes: { $purpose }

roles-title = Staff roles
roles-lead = Who may open what. A role holds in its unit and every unit below it, from the next request on. Whoever is concerned and the other administrators are told.
roles-give-title = Give a role
roles-give = Give the role
roles-email = The account's e-mail
roles-email-hint = Its owner has signed up and opened the mailed link.
roles-role = Role
roles-unit = Unit
roles-unit-hint = The role reaches this unit and those below it.
roles-person = Key of the civil servant (optional)
roles-person-hint = For post holders and assessors: the key in the directory's file. Once joined it cannot be changed here.
roles-reason = Reason
roles-reason-hint = The number of the letter of assignment, for instance. Read by administrators only.
roles-held =
    { $n ->
        [0] Nobody holds a role yet
        [one] { $n } role is held
       *[other] { $n } roles are held
    }
roles-since = since { $date }
roles-belongs = civil servant: { $name }
roles-own = Your own role; only another administrator can end it.
roles-end-title = End the role
roles-end-of = { $name }, { $unit }
roles-end-lead = From the next request on, the pages this role opens are no longer there for them. What they were working on stays in the unit's queue.
roles-end-reason = Reason for ending it
roles-end = End this role
roles-back = Back to the list
roles-holder = Holder
roles-begun = Since
roles-changes = Latest changes
roles-changes-none = Nothing was changed here yet.
roles-change-given = { $name } became { $role } in { $unit }, by { $by }
roles-change-ended = { $name } is no longer { $role } in { $unit }, by { $by }
roles-link = Staff roles: who may open what
fault-no-account = No account with this address has been confirmed. Its owner first signs up and opens the mailed link.
fault-joined-already = This account belongs to another civil servant, or this civil servant has another account. Such a change is made on the server, not here.
refusal-own-role = Your own roles are given and ended by another administrator.
notice-role-given = You have a new role in { $detail }.
notice-role-ended = Your role in { $detail } has ended.
notice-role-changed = Staff roles in { $detail } have changed.
ledger-role-given = Staff role given
ledger-role-ended = Staff role ended
mail-role-given-subject = You have a new role in Balai
mail-role-given-text =
    Hello,
    {""}
    An administrator has given your account the role { $role } in { $unit }. Once signed in, see the staff desk.
    {""}
    If this is not your task, write to the administrator of your local government.
    {""}
    Regards,
    Balai
mail-role-ended-subject = Your role in Balai has ended
mail-role-ended-text =
    Hello,
    {""}
    The role { $role } of your account in { $unit } was ended by an administrator. Your account stays, and your own reports and posts are unchanged.
    {""}
    If this is a mistake, write to the administrator of your local government.
    {""}
    Regards,
    Balai
# Without a network: what waits on the phone.
outbox-title = Outbox on this phone
outbox-lead = Reports that you keep on this phone wait here until there is a network, for { $n } days at most. Nobody but this phone has them.
outbox-open = Open the outbox
outbox-bar-waiting = Waiting for a network on this phone: reports not sent: %.
outbox-bar-photos = Sent, with photos to follow from this phone: %.
outbox-bar-wrong = Not sent, because something needs mending: %.
outbox-bar-sent = Sent from this phone: %. Fetch the receipt.
outbox-not-now = There is no network, so the next page cannot be opened. What you filled in is still on this screen; it is neither sent nor kept. Do not close this page, and try again when there is a network.
outbox-later-title = Is the network bad?
outbox-meaning = Words and photos are kept on this phone until they are sent, for { $n } days at most, and then deleted. Anyone who opens this phone can read them.
outbox-keep = Keep on the phone, send by itself
outbox-not-kept = This phone cannot keep it; perhaps it is full. What you filled in is still on this screen; it is neither kept nor sent.
outbox-already-tried = This report was sent from this phone already, so your changes were not kept. What you filled in is still on this screen; the report that was sent is in the outbox.
outbox-no-script = The outbox needs JavaScript, which is off in this browser. Without it no report is kept on the phone; reports are sent at once with the ordinary form.
outbox-send-now = Send now
outbox-empty = No report is kept on this phone.
outbox-state-waiting = Kept on the phone, not sent.
outbox-state-photos = The report was sent and has the number { $reference }. Photos still on the phone, to follow: { $photos }.
outbox-state-partly = The report was sent and has the number { $reference }, but not all photos could be taken.
outbox-state-wrong = Kept on the phone, not sent: something needs mending.
outbox-state-sent = Sent. Report number { $reference }.
outbox-state-over = Not sent. Its days on the phone were over, so its content was deleted from this phone.
outbox-state-over-tried = Its days on the phone were over, so its content was deleted from this phone. Perhaps it has reached us: press See the receipt. If it is not found, it has not.
outbox-nameless = Report
outbox-kept-on = kept on
outbox-photo-count = photos: { $photos }
outbox-deleted-on = deleted from the phone on { $date } if it is not sent by then
outbox-photos-lost = Photos that you had uploaded are no longer with us, because they waited too long: { $photos }. They are still in the gallery of your phone.
outbox-photos-left = Photos that did not arrive before their days were over, and were deleted from the outbox: { $photos }. They are still in the gallery of your phone.
outbox-refused = refused by the server. Try the ordinary form when there is a network.
outbox-change = Change
outbox-receipt = See the receipt
outbox-delete = Delete from the phone
outbox-delete-sure = Press again to delete
outbox-delete-tried = It may have reached us already, but you will not get its receipt. Press again to delete
outbox-sending = Sending …
outbox-cut = Not yet: there is no network, or the server does not answer. Everything is still kept on the phone and tried again by itself.
outbox-waiting-count = Reports not wholly sent: { $n }.
outbox-how-title = How it works
outbox-how-sends = As soon as there is a network, reports are sent by themselves: the words first, then the photos one by one. On some phones Balai must be opened for a moment.
outbox-how-once = It says “sent” only after our server has received it. A network that breaks in between never makes two reports of one. The days for an answer count from when the report reaches us.
outbox-how-days = Once sent, words and photos are deleted from the phone. What could not be sent is deleted after { $n } days.
outbox-how-anonymous = Reports without a name are never kept on the phone.
outbox-never-anonymous = Reports without a name are not kept on the phone. Send it at once, or choose “Confidential”.
outbox-report-ended = This report has ended, so photos can no longer be added.
offline-title = No network
offline-lead = This page cannot be opened now. Public pages that you have opened on this phone can still be read.
offline-write = Write a report without a network
offline-write-hint = It is kept on the phone and sent by itself as soon as there is a network.
offline-outbox-hint = Reports that wait on this phone.
offline-emergency = In an emergency call 112.
offline-copy = No network. This is a copy of { $when }; it may have changed.
write-title = Write a report without a network
write-cut = The network broke. All you filled in is on this page; it is neither kept on the phone nor sent.
write-cut-answer = The network broke before our answer came. Perhaps we have the report, perhaps not. Send it again: the same report is not recorded twice.
write-new = There is no network. You can write a report on this page now.
write-nothing-carried = The network broke, and what you filled in on the page before was not carried over. Press the back button of the phone to see it again.
write-needs-script = Writing without a network needs JavaScript. With a network, use the ordinary form:
write-government = Addressed to
write-missing-government = Choose the government.
write-about-hint = The list of services is not kept on the phone; we find the unit.
write-about-before = What you chose before:
write-place = Place or landmark: village or ward, street, RT/RW (optional)
write-photos-there = Photos already uploaded: { $photos }.
write-never-anonymous = Reports without a name are never kept on the phone. Leave this page open, and press “Send now” when there is a network.
write-send-now = Send now
privacy-outbox-title = When you keep a report on the phone
privacy-outbox = Without a network you can keep a report on your own phone, if you ask for it; one without a name never. It belongs to no account, is deleted from the phone once sent or after the days that the page names, and is gone too when you press “Leave quickly”.
step-photo_added = A photo of the reporter followed
ledger-feedback-photo-added = Photo of a report followed

# What is shown when an address is shared.
picture-front = Local government
picture-performance = Performance
picture-list = Public portal
picture-announcement = Announcement
picture-unit = Unit
picture-position = Post
picture-service = Service
picture-case = Residents' report
picture-topic = Forum
## News: following cases, units, services, topics and areas

privacy-telling-title = If you follow news
privacy-telling = We keep what you follow, how often you want to be told, and your mail address, sealed. Nobody can see who follows what, staff neither. An address that you do not confirm is deleted. By the link in every mail you can stop or delete your address, without signing in.
telling-title = News
telling-follow = Follow its news
telling-follows = You follow this
telling-unfollow = Stop following
telling-change = Set how much and how often
telling-save = Save
telling-what-laporan = We tell you when this case is answered, closed or moves on.
telling-what-unit = We tell you about public cases that this unit handles and their answers, its announcements, and standards of its services that change.
telling-what-layanan = We tell you about public cases concerning this service and their answers, and when its standard changes.
telling-what-topik = We tell you when a unit answers or another participant replies.
telling-what-wilayah = We tell you about public cases from this area, and their answers.
telling-page-title = Follow: { $title }
telling-email = Mail address
telling-email-hint = We send one link to make sure that this address is yours. Before it is used you are on no list.
telling-or-sign-in = Have an account? Then there is nothing to confirm.
telling-to-account = News is sent to { $email }.
telling-level = How much
telling-rhythm = How often
level-of-telling-diam = Nothing, just keep it in my list
level-of-telling-akhir = Only how it ends
level-of-telling-jawaban = Answers, announcements and how it ends
level-of-telling-langkah = Every step
level-of-telling-semua = Everything, also replies of others and small changes
rhythm-langsung = As soon as there is news
rhythm-harian = Once a day, in the morning
rhythm-mingguan = Once a week, on Monday morning
telling-promise = At most { $n } mails a day, whatever you choose. Every mail has a link to stop, without signing in.
telling-not-public = Who follows what is shown to nobody, nor is the number.
telling-ask-link = Mail me the link
telling-mailed = We sent a link to that address. Open it, then press the button Yes, follow. The link is valid for { $n } hours; after that we delete the address.
telling-back = Back to { $title }
telling-begun = You follow this now. You can change it on your account page, under news.
telling-ended = You no longer follow this.
telling-saved = Saved.
telling-confirm-title = Follow news with this address?
telling-confirm = Press the button below to receive news at this address. You can stop at any time by the link in every mail.
telling-confirm-button = Yes, follow
telling-confirm-not-me = You did not ask for this? Just close this page; your address is deleted by itself.
telling-over-title = This link is no longer valid
telling-over = A confirmation link works once and for a short time only. If you still want to follow, ask for a new link on the page that you want to follow.
telling-unknown-title = We do not know this link
telling-unknown = Perhaps it was cut off. Copy all of it from the mail, or use the unsubscribe button of your mail program. Nothing has changed.
telling-forgotten-title = We no longer keep this address
telling-forgotten = You follow nothing any more and will get no more news by mail.
telling-list-title = News that I follow
telling-list-link = Set the news that I follow
telling-list-lead = For each you choose how much and how often. Only you can see this list.
telling-none-title = You follow nothing yet
telling-none = Pages of cases, units, services, topics and areas have a button Follow its news.
telling-gone = No longer shown to the public
followed-laporan = Case
followed-unit = Unit
followed-layanan = Service
followed-topik = Forum topic
followed-wilayah = Area
telling-stop-all = Stop all news by mail
telling-erase = Delete my address
telling-erase-hint = Deleting the address deletes this whole list, too.
telling-resume = Send mails again
telling-mail-ended-pemilik = News by mail has been stopped. Your list is kept.
telling-mail-ended-ditolak = Mail to you was refused or came back several times in a row, so we stopped sending. If the mailbox can receive again, press this button; the next news is then sent again.
telling-said-baru = Thank you, your address is confirmed. You receive news now.
telling-said-tersimpan = Saved.
telling-said-berhenti = Stopped.
notice-mail-refused = News by mail is no longer sent: mail to your address was refused or came back
mail-follow-subject = Confirm your address to follow news
mail-follow-text =
    Hello,
    {""}
    Somebody, perhaps you, wants to follow this on Balai:
    { $title }
    {""}
    If so, open this link and press the button Yes, follow:
    { $link }
    {""}
    The link is valid for { $hours } hours. If it was not you, ignore this mail: without that button you receive nothing more, and your address is deleted by itself.
    {""}
    Regards,
    Balai
letter-subject-one = News: { $title }
letter-subject =
    { $n ->
        [one] { $n } piece of news from what you follow
       *[other] { $n } pieces of news from what you follow
    }
letter-hello = Hello,
letter-lead = News from what you follow on Balai
letter-answer = Answered by { $unit }
letter-replies =
    { $n ->
        [one] { $n } reply of a participant
       *[other] { $n } replies of participants
    }
letter-before =
    { $n ->
        [one] and { $n } step before
       *[other] and { $n } steps before
    }
letter-next-by = Next: { $what }, by { $date } at the latest.
letter-next-open = Next: { $what }. No date is set yet.
letter-next-none = There is no next step: this case has ended.
letter-announced = A new announcement of { $unit }
letter-announcement-changed = What the announcement says was changed
letter-announcement-withdrawn = This announcement was withdrawn; its page says why
letter-standard = The new service standard applies from { $date }
letter-next-stage = Next: { $stage }, by { $date } at the latest.
letter-next-shown = There is no next step: this announcement is shown until { $date }.
letter-next-known = There is no next step: this announcement is for your information.
letter-next-withdrawn = There is no next step: what was announced no longer holds.
letter-next-standard = Next: new applications are handled by this standard. The one before can still be read on the service's page, under history.
letter-next-topic = Next: the discussion stays open; we tell you of new replies as you chose.
letter-more =
    { $n ->
        [one] There is { $n } more thing with news. You can read it on the page that you follow.
       *[other] There are { $n } more things with news. You can read them on the pages that you follow.
    }
letter-why = You get this mail because you follow the pages above, or their unit, service or area. At most { $n } mails a day.
letter-change = To change how often, or to stop:
letter-change-link = Change how often, or stop
push-title = Notifications in this browser
push-lead = This browser can tell you even while Balai is closed. Only a case number or the number of news is sent, never what it says.
push-without-script = This needs JavaScript and a browser that can notify. Mail arrives without it.
push-begin = Notify me in this browser
push-end = Stop in this browser
push-end-all = Stop in all browsers
push-asked = This browser is told now.
push-ended = This browser is told no more.
push-denied = This browser does not allow notifications. You can change that in its settings.
push-failed = That did not work. Try again in a moment.
push-count =
    { $n ->
        [one] { $n } browser is told.
       *[other] { $n } browsers are told.
    }
push-notice = News from Balai
push-news =
    { $n ->
        [one] { $n } piece of news
       *[other] { $n } pieces of news
    }
fault-too-many-today-surel = This address has had { $n } confirmation mails today. Open one of them, or try again tomorrow.
fault-too-many-at-once-tentang = You follow { $n } things already, the most there may be. Stop following something first.
fault-too-many-at-once-titik = { $n } browsers are told for this account already, the most there may be. Stop one of them first.
fault-not-an-address-titik = The address of this notification service cannot be used.
fault-unreadable-titik = The key of this browser cannot be read.
# Open311
ledger-open311-key-made = Open311 key made
ledger-open311-key-ended = Open311 key revoked
fault-missing-program = Write the program's name.
fault-missing-penanggung-jawab = Write whom to ask about this program.
data-figures-title = How units serve
data-figures = How many reports came, how many were answered in time and how they ended, for each unit and quarter. Numbers that are too small are not told, so that nobody can be recognised.
data-open311-title = Reports through other programs
data-open311 = Other programs can read published reports and, with a key, send new ones by the standard Open311 GeoReport v2.
open311-title = Open311 for developers
open311-lead = Other programs can read residents' published reports and send new ones by the standard Open311 GeoReport v2, in XML and JSON.
open311-calls = What can be called
open311-call = Call
open311-call-about = What it does
open311-call-discovery = The address of this interface, its formats, and how to get a key.
open311-call-services = What can be reported: the services of that government, and five general classes for what concerns no service in particular.
open311-call-definition = What may be sent besides, such as the kind of report, the reporter's protection and the area.
open311-call-requests = Published reports by number, code, state and range of time; paged with page and page_size.
open311-call-request = One report; with extensions=true also its photos and its journey.
open311-call-post = Sends a report, with a key.
open311-call-token = Exchanges a token for the report's number once the report is published.
open311-call-updates = Every step of reports in a range of time, for programs that ask again and again.
open311-call-write = A message to the staff about a report that was sent with the same key.
open311-xml-too = Every address also answers in XML: let it end in .xml instead.
open311-rules = What to know
open311-rule-format = The end of the address sets the format. Send application/x-www-form-urlencoded in UTF-8; with multipart/form-data up to three photos named media can be attached.
open311-rule-jurisdiction = jurisdiction_id is the government's name in this portal's addresses.
open311-rule-dates = Times have their zone, such as 2026-11-21T16:49:00+07:00. Of a reporter's time only the hour is kept.
open311-rule-errors = Errors come in the same format: 404 for what is not found, 403 for a key that does not hold, 429 for too often, 400 for everything else. If something is wrong, nothing is kept.
open311-rule-limits = One request spans at most { $days } days and { $most } reports. One key sends at most { $posts } reports an hour.
open311-rule-language = Sentences are in Indonesian, or in English with Accept-Language: en.
open311-send-title = Sending reports
open311-send-key = Keys are given by the administrator of the government concerned and can be revoked at any time. Send the key in the body, not in the address.
open311-send-hidden = A report is hidden until it is verified. The answer is therefore a token; the report's number is had for it once the report is published. With the key that sent it, number and state can be asked for earlier through api_key.
open311-send-receipt = service_notice holds a receipt of 20 digits. Show it to the reporter: with it they follow the report, respond to the answer and write to the staff.
open311-send-dropped = We do not keep device_id, account_id and phone. A name is used only where the reporter chose to be named (publik). An email address serves to tell the reporter news and is never shown.
open311-send-again = Exactly the same message from the same key on the same day is one report, so it is safe to repeat after a broken connection.
open311-example = Example
open311-governments = Governments in this portal
open311-differs-title = What may surprise
open311-differs = closed means that handling has ended, not that it was surely solved: status_notes says how it ended. expected_datetime is the day an answer is due. We never publish lat and long, for a point on a map can be somebody's home; the area is in address and address_id. Confidential reports and alleged misconduct are never published.
open311-standard = The text of the standard
open311-contact = Ask the government concerned through { $url }
open311-key-service = Ask the government's administrator for a key; see { $url }/open311
open311-group-general = General
open311-see = The journey of this report: { $url }
open311-outcome = Finding: { $outcome }
open311-media = Attachment from the reporter: { $url }
open311-notice = The report was received and is hidden until it is verified. Keep the receipt { $receipt } to follow it at { $url }
open311-notice-named = The report was received and will be shown with the name once it is verified. Keep the receipt { $receipt } to follow it at { $url }
open311-attribute-penjelasan = The report is hidden until staff have verified it. After that everyone may read its text, unless the reporter chose confidential.
open311-attribute-penjelasan-blackbox = Alleged misconduct is handled by the inspectorate and never published. Only who holds the receipt can follow it.
open311-attribute-jenis = Kind of report
open311-attribute-perlindungan = How the reporter is protected
open311-attribute-tanggal = When it happened
open311-attribute-wilayah = Area where it happened
open311-attribute-wilayah-required = The urban village, village or district that gives this service
open311-usual-jenis = If empty: complaint (pengaduan)
open311-usual-perlindungan = If empty: without a name (anonim)
open311-usual-tanggal = With its time zone, such as 2026-11-21T16:49:00+07:00; only the day is kept
open311-wrong-query = The parameters of that address cannot be read.
open311-wrong-body = The body cannot be read. Send application/x-www-form-urlencoded in UTF-8.
open311-wrong-format = Let the address end in .xml or .json.
open311-wrong-address = There is no such address. See /open311 for what there is.
open311-wrong-twice = { $name }: there may be only one.
open311-wrong-jurisdiction = That jurisdiction_id was not found.
open311-wrong-no-jurisdiction = jurisdiction_id was not given, and there are several governments here.
open311-wrong-key = api_key was not given, is unknown, or was revoked.
open311-wrong-code = That service_code was not found.
open311-wrong-status = status knows open and closed only.
open311-wrong-request = No report of that number was found.
open311-wrong-token = That token was not found.
open311-wrong-missing = { $name } was not given.
open311-wrong-date = { $name } must be a time with its zone, such as 2026-11-21T16:49:00+07:00.
open311-wrong-order = end_date comes before start_date.
open311-wrong-range = A range of time spans at most { $n } days.
open311-wrong-number = { $name } must be a number from 1 to { $most }.
open311-wrong-too-many = { $name } holds at most { $most } names.
open311-wrong-attribute = { $name } is unknown for this service_code.
open311-wrong-value = { $name } is none of the values there are.
open311-wrong-coordinate = { $name } must be degrees with a decimal point, such as 3.78123.
open311-wrong-no-place = Give lat and long, or address_string, or address_id.
open311-wrong-address-of = { $name } must be a complete web address.
open311-wrong-rate = This key has sent { $n } reports within the hour, as many as it may. Try again in the next hour.
open311-keys-title = Open311 keys
open311-keys-lead = With a key, programs of others can send residents' reports to the verification desk. A key opens no data but the state of the reports that were sent with it.
open311-keys-live = Keys in force
open311-keys-ended = Revoked keys
open311-keys-none-title = No key is in force yet
open311-keys-none = Without a key, other programs can only read published reports.
open311-key-new = Make a key
open311-key-name = Name of the program
open311-key-name-hint = Such as “Aplikasi Warga Medan”.
open311-key-contact = Person responsible
open311-key-contact-hint = Whom to ask when the program goes wrong: a name, an email address or a telephone number.
open311-key-button = Make the key
open311-key-made = Key for { $name }
open311-key-once = Copy it now. The key is not kept and cannot be shown again; if it is lost, revoke it and make a new one.
open311-key-by = Made by { $name }, { $date }
open311-key-requests = { $n } { $n ->
    [one] report
   *[other] reports
}
open311-key-used = Last used { $date }
open311-key-unused = Never used
open311-key-end = Revoke
open311-key-end-sure = The program can send nothing more from now on. Reports that came in stay. Revoking cannot be undone.
open311-key-end-button = Revoke the key
open311-key-ended = The key was revoked.
open311-key-ended-on = Revoked { $date }
open311-call-lapor = Published reports as a file in the shape of SP4N-LAPOR!.
lapor-title = LAPOR! files
lapor-lead = Bring reports from SP4N-LAPOR! in as a CSV or XLSX file, or take published reports home in the same shape.
lapor-upload = Bring a file in
lapor-file-hint = CSV or XLSX, { $n } MB at most. All of its rows come in, or none.
lapor-button = Bring the reports in
lapor-done = { $n } reports came in and wait for verification.
lapor-known = { $n } rows had been brought in before.
lapor-refused = Nothing was brought in
lapor-refused-lead = Correct the rows below and upload again. Columns are known by their names in the first row, not by their order.
lapor-needed = needed
lapor-columns-lead = Columns may stand in any order. Names and numbers of reporters have no column: they are neither taken in nor given out.
lapor-column-nomor = The number in the system it comes from
lapor-column-judul = Title of the report
lapor-column-isi = Text of the report
lapor-column-tanggal = The day it happened or was sent, such as 2026-11-02 or 02/11/2026
lapor-column-lokasi = The place in words
lapor-column-instansi = Name of a unit; where it is known, the unit that the report is about
lapor-column-kategori = Name of a service; where it is known, the service that the report is about
lapor-column-klasifikasi = pengaduan, aspirasi, permintaan informasi, apresiasi or penyimpangan
lapor-column-lampiran = Address of an attachment, as text
lapor-column-anonim = ya or tidak; every report of a file comes in without a name
lapor-column-rahasia = ya where the report may not be shown
lapor-column-status = How it stands; not read when it is brought in
lapor-download = Take home
lapor-download-lead = Reports published in the last 90 days. Ask for another range with start_date and end_date.
fault-missing-berkas = Choose the file.
fault-not-a-web-address = Write a complete address that begins with https://, without a question mark and without a port.
fault-unknown-choice-tujuan = Choose where to.
fault-missing-alamat = Write the address.
fault-missing-kode-layanan = Write the service code.
fault-missing-kunci-mereka = Paste the key they gave.
ledger-open311-peer-made = Government to send on to added
ledger-open311-peer-ended = Government to send on to removed
ledger-open311-forwarded = Report sent on to another government
notice-forward-failed = Report { $detail } could not be sent on to another government.
peers-title = Sending on to other governments
peers-lead = Reports outside this government's authority can be sent straight to another government that takes them by Open311. The verifier writes the text that leaves; the reporter's identity never does.
peers-all = Where to
peers-none-title = Nowhere yet
peers-none = Ask the other government for its Open311 address and a key.
peers-new = Add a government
peers-nama = Name of the government
peers-alamat = Open311 address
peers-alamat-hint = Such as https://lapor.contoh.go.id/open311/v2
peers-yurisdiksi = jurisdiction_id
peers-yurisdiksi-hint = Leave it empty where they need none.
peers-kode-layanan = service_code
peers-kode-layanan-hint = Their code for general reports, such as umum.pengaduan.
peers-kunci-mereka = The key they gave
peers-kunci-mereka-hint = Kept sealed and never shown again.
peers-button = Add
peers-forwarded = { $n } reports sent on
peers-end = Remove
peers-end-sure = Nothing more is sent there, and nothing more is asked about what was sent.
peer-made = The government was added.
peer-ended = The government was removed.
forward-title = Send on by Open311
forward-link = Send on by Open311
forward-lead = The text below is sent to another government, which is then asked for news now and again. The reporter reads the news with the receipt.
forward-to = Where to
forward-text = Text that is sent
forward-text-hint = Mask whatever could show who the reporter is.
forward-again = Try to send again
forward-again-hint = In the same words. If they may have it already, ask them first, so that it is not recorded twice.
peers-key-change = Change the key
peer-key-changed = The key was changed. What waits to be sent uses the new one.
forward-button = Send the text
forward-asked = The text waits to be sent.
forward-protected = Confidential reports and alleged misconduct are not sent on to other systems.
forward-not-yet = This report was not redirected to another office. Redirect it first from its page.
forward-no-peer = There is nowhere to send it to yet. An administrator can add a government.
forward-waiting = Waits to be sent to { $name }.
forward-failed = Could not be sent to { $name }: { $why }
forward-sent = Sent to { $name } on { $date }.
forward-number = Its number there: { $number }
forward-state-open = Being handled
forward-state-closed = Closed there
forward-track-title = News from the other government
forward-trouble-address = the address cannot be used.
forward-trouble-name = the name of the address was not found.
forward-trouble-not-public = the address leads into a closed network.
forward-trouble-connection = no connection was made.
forward-trouble-slow = they took too long to answer.
forward-trouble-large = their answer is too large.
forward-trouble-moved = they point to another address.
forward-trouble-broken = their answer cannot be read.
forward-trouble-refused = they refused it.
forward-trouble-unknown = they do not know it.
forward-trouble-trouble = their system is in trouble.
forward-trouble-uncertain = they did not answer properly; they may have it. Ask them.
forward-trouble-ended = the government was removed.
# Evaluation: whose turn it is
next-to-form = Go to the form
next-card-reply = Your turn. You may reply until { $date }; after that the assessor may decide without a reply.
next-card-reply-late = The days for your reply are over. You may still reply until the assessor decides, by { $date }.
next-card-replied = The assessor’s turn: the decision is due by { $date }. You are told as soon as it is made.
next-card-wait = Right of reply until { $date }. You can decide after the post holder has replied, or after that day.
next-card-decide = Your turn. Please decide by { $date }.
next-plan-write = Your turn: complete the results, then propose the plan.
next-plan-drafted = The employee is writing this plan.
next-plan-agree = Your turn: agree to the plan, or return it with a note.
plan-returned-by = { $name } returned this plan:
next-report = Your turn: write what was reached for each result, then hand it in.
next-reporting = The employee is writing what was reached.
next-rate-unreported = The period is over and nothing has been handed in. You can ask the employee, or rate from the evidence there is.
next-rate = Your turn: read what was reached and the evidence, then give your ratings.
next-reported = The assessor’s turn. The employee is told when the document is handed over.
next-acknowledge = Your turn: read this document, then mark it as read. Reading is not agreeing.
next-issued = Waits for the employee to read it.
next-may-object = If you do not agree, you can object below.
next-acknowledged = Waits for the days of objection to end.
next-explain = Your turn: explain the grounds of your rating.
next-objected = The assessor explains first; then their superior hears both sides and decides.
next-hear-unexplained = The assessor did not explain in the days for it. You may hear both now.
next-hear = Your turn: hear both sides and write it down, then decide.
next-explained = The assessor’s superior hears both sides, then decides. Both are told of the decision.
next-decide = Your turn: decide on the objection.
next-hearing = Both sides were heard. The assessor’s superior decides; both are told.
lend-none = Nothing has been handed over.
next-coaching-check = Next: { $step }, { $date }.
next-coaching-outcome = Your turn: both checks are written, decide how it ends.
next-coaching-outcome-waits = Both checks are written. The assessor decides how it ends; the person is told.
# Evaluation and development: what is wrong, field by field
fault-out-of-order-tinjauan_kedua = The second check comes after the first. Choose a later day.
fault-too-many-at-once-hasil = At most { $n } results in one plan. Join those that are alike.
fault-too-many-at-once-laporan = At most { $n } reports. Choose those that stand for the others.
fault-unknown-choice-laporan = That report is not found here, or not open to everyone yet. Check the number.
fault-missing-kuantitas = Fill in at least one indicator with its target and unit.
fault-missing-hasil_kerja = Choose a rating of results.
fault-missing-perilaku = Choose a rating of behaviour.
fault-missing-alasan_perilaku = Write the reason for the rating of behaviour: below expectation needs one.
fault-missing-alasan_keputusan = Write the reason for the decision.
fault-missing-dari = Choose the post that hands over.
fault-missing-kepada = Choose the post that it goes to.
fault-missing-irama = Choose how often evaluations are made.
fault-missing-predikat = Choose the predicate of the unit.
fault-missing-laporan = Write the number of the report.
fault-missing-sebelum = Write how it was before.
fault-missing-sesudah = Write what is different now.
fault-missing-sejak = Choose since when.
fault-missing-putusan = Choose: release or discard.
fault-missing-tindakan_1 = Write at least one agreed step.
fault-missing-tenggat_1 = Choose by when step 1 is done.
fault-missing-tinjauan_pertama = Choose the day of the first check.
fault-missing-tinjauan_kedua = Choose the day of the second check.
fault-missing-pandangan = Write your view first.
fault-missing-topik = Write the topic of the training.
fault-missing-jp = Fill in the number of training hours.
fault-missing-penyelenggara = Write who holds the training.
fault-missing-rencana_tanggal = Choose the planned day.
fault-missing-jp_selesai = Fill in the hours that were done.
fault-missing-selesai_pada = Choose the day on which it was done.
fault-missing-bukti = Write the proof, such as the number of a certificate.
fault-missing-tingkat = Choose the level.
fault-missing-dinilai_pada = Choose the day of the assessment.
fault-missing-sumber = Write the source.
fault-missing-kinerja = Choose the performance.
fault-missing-potensi = Choose the potential.
fault-missing-talenta_pada = Choose the day of the assessment.
fault-missing-talenta_sumber = Write the source.
fault-missing-anggaran = Fill in the budget.
fault-missing-keperluan = Write the purpose.
fault-missing-janji = Write what will be done.
fault-missing-penanggung_jawab = Choose the post in charge.
fault-missing-langkah = Choose the kind of news.
fault-missing-kabar = Write the news.
fault-missing-komentar = Write your comment first.
fault-missing-realisasi = Write what was reached.
fault-missing-berorientasi_pelayanan = Choose a rating for Service-oriented.
fault-missing-akuntabel = Choose a rating for Accountable.
fault-missing-kompeten = Choose a rating for Competent.
fault-missing-harmonis = Choose a rating for Harmonious.
fault-missing-loyal = Choose a rating for Loyal.
fault-missing-adaptif = Choose a rating for Adaptive.
fault-missing-kolaboratif = Choose a rating for Collaborative.
# The names of fields, before a sentence that would fit any
called-alasan = Reason
called-catatan = Notes
called-hasil = Result
called-balasan = Reply
called-alasan_perilaku = Reason for the rating of behaviour
called-alasan_keputusan = Reason for the decision
called-sebab = Grounds for rejection
called-umpan-balik = Sentence of feedback
called-realisasi = What was reached
called-kualitas = Indicator of quality
called-waktu = Indicator of time
called-biaya = Cost
called-kuantitas_target = Target of quantity
called-kuantitas_satuan = Unit of quantity
called-kualitas_target = Target of quality
called-kualitas_satuan = Unit of quality
called-waktu_target = Target of time
called-waktu_satuan = Unit of time
called-biaya_target = Target of cost
called-biaya_satuan = Unit of cost
called-perspektif = Perspective
called-mulai = From
called-sampai = To
called-sebelum = Before
called-sesudah = After
called-sejak = Since
called-laporan = Report
called-tindakan_1 = Step 1
called-tindakan_2 = Step 2
called-tindakan_3 = Step 3
called-tenggat_1 = Last day of step 1
called-tenggat_2 = Last day of step 2
called-tenggat_3 = Last day of step 3
called-tinjauan_pertama = First check
called-tinjauan_kedua = Second check
called-pandangan = Your view
called-topik = Topic
called-jp = Training hours
called-penyelenggara = Held by
called-jp_selesai = Hours done
called-selesai_pada = Done on
called-bukti = Proof
called-rencana_tanggal = Planned day
called-dinilai_pada = Assessed on
called-sumber = Source
called-talenta_pada = Assessed on
called-talenta_sumber = Source
called-anggaran = Budget
called-tahun = Year
called-keperluan = Purpose
called-judul = Title
called-uraian = Description
called-jawaban = Answer
called-janji = What will be done
called-tanggal = Day
called-kabar = News
called-komentar = Comment
called-berorientasi_pelayanan = Service-oriented
called-alasan_berorientasi_pelayanan = Reason, Service-oriented
called-akuntabel = Accountable
called-alasan_akuntabel = Reason, Accountable
called-kompeten = Competent
called-alasan_kompeten = Reason, Competent
called-harmonis = Harmonious
called-alasan_harmonis = Reason, Harmonious
called-loyal = Loyal
called-alasan_loyal = Reason, Loyal
called-adaptif = Adaptive
called-alasan_adaptif = Reason, Adaptive
called-kolaboratif = Collaborative
called-alasan_kolaboratif = Reason, Collaborative
plan-values-general = General guide ({ $n } values)
evaluation-no-sum-title = Nothing is added up
card-grounds-none = Not rejected
card-value-none = None
fault-missing-sebab = Choose the grounds for rejection.
growth-level = level { $n } of 5
fit-met-open = { $met } of { $required } requirements are met; { $open } have never been assessed.
idea-comments-none = No comments yet
by-decision = By the decision of the assessor’s superior
dossier-paper-about = { $government }. Period: { $from } to { $to }.
# News for reporters about their own report
letter-message = An officer wrote you a message
letter-elsewhere = There is news from another office that works on it too
own-letter-title = Report { $reference }
own-letter-lead = News about your report on Balai
own-subject-asked = Report { $reference } needs to be completed
own-subject-answered = Report { $reference } has been answered
own-subject-again = Report { $reference }: still solved?
own-subject-silent = Report { $reference } was closed without a reply
own-subject-message = There is a message about report { $reference }
own-subject-news = News about report { $reference }
own-line-asked = You are asked to complete the report; its clock stands still
own-next-asked = You complete the report
own-next-answered = You say whether the problem is solved
own-says-asked = What is missing stands on the page of your report. If it is not completed by the last day, it counts as withdrawn.
own-says-answered = Once you have read the answer you can say whether the problem is solved. If you do not reply, we do not take you to be satisfied.
own-says-again = Four weeks ago your report was closed. Is the problem still solved? One answer is enough: yes or no.
own-says-silent = The report was closed because nobody replied to its answer. We do not take you to be satisfied. If the problem is not solved, you can ask within 30 days, with new evidence, that it be reopened.
own-says-part = Your report was merged with another one about the same matter. What stands above are steps of that one; there is nothing that you have to do.
own-says-message = You can read the message and reply to it on the page of your report.
own-read = Open Track a report and enter your 20-digit receipt. For your safety we do not send what the report says by mail.
own-why = You get this mail because you left this address when you sent the report. At most { $n } mails a day about this report.
own-link-hint = This is about a report that you sent. Your address is kept locked with the report and is erased with it. If somebody asks to open your identity, we still send you mail about that.
own-telling-title = News by mail
own-telling-lead = We write to the address that you left when you sent the report. You decide how much and how often.
own-telling-lead-ditolak = Mail to you was refused or came back several times in a row, so we stopped sending. If the mailbox can receive again, press Save; the next news is then sent again.
own-telling-lead-pemilik = News by mail was ended through the link in a mail. If you want it again, press Save.
own-telling-hint = When you need to complete the report, we tell you with every choice but none. At most { $n } mails a day; to protected reporters always at fixed hours. If somebody asks to open your identity, we still send you mail about that.
own-telling-saved = Saved. The next news follows this choice.
own-link-lead = You choose how much and how often we tell you about the report that you sent. What it says is not shown here.
