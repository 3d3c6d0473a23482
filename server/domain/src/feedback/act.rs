//! Everything staff do to a case goes through [`act`]: the case is found for the actor, compared with what the form was
//! made from, and changed in one transaction.

use vocabulary::feedback::{AcceptInput, AnswerInput, ArchiveInput, AskInput, HandInput, MergeInput, PhotosInput, ProgressInput, RedirectInput, ResumeInput};

use super::case::{Desk, case_at_desk};
use super::photos::kept_photos;
use super::transition::Hand;
use crate::accounts::Actor;
use crate::db::Tx;
use crate::error::{Refusal, Result};
use crate::files::Photo;
use crate::portal::Portal;

/// What a member of staff does.
#[derive(Debug, Clone)]
pub enum Act<'a> {
    /// The verifier classifies it and sends it to a unit.
    Accept(&'a AcceptInput),
    Archive(&'a ArchiveInput),
    AskInfo(&'a AskInput),
    Merge(&'a MergeInput),
    /// A merge was a mistake.
    Split(&'a str),
    Redirect(&'a RedirectInput),
    NotOurs(&'a str),
    /// The unit takes it up.
    Take,
    Progress(&'a ProgressInput),
    /// With photos of what was done.
    Answer(&'a AnswerInput, &'a PhotosInput),
    Resume(&'a ResumeInput),
    Reopen(&'a ResumeInput),
    DeclineReopen(&'a str),
    /// To somebody by name, or back to nobody.
    Hand(&'a HandInput),
    /// For those who work on it alone.
    Note(&'a str),
    /// To the reporter alone.
    Message(&'a str),
    /// It is taken back from the public.
    Protect(&'a str),
    /// The public words of a step are, by its number.
    HideWords(i64, &'a str),
}

impl Act<'_> {
    const fn desks(&self) -> &'static [Desk] {
        match self {
            Self::Hand(_) | Self::Message(_) => &[Desk::Verifier, Desk::Handler, Desk::Inspector],
            Self::Note(_) => &[Desk::Verifier, Desk::Handler, Desk::Inspector, Desk::Overseer],
            Self::Resume(_) => &[Desk::Verifier, Desk::Overseer],
            Self::NotOurs(_) | Self::Take | Self::Progress(_) | Self::Answer(..) => &[Desk::Handler, Desk::Inspector],
            _ => &[Desk::Verifier],
        }
    }
}

/// `seen` is the version that the form was made from; none where nobody looked at one before (the demonstration).
///
/// # Errors
/// [`crate::Error::NotFound`] for who has no desk for it; [`Refusal::ChangedMeanwhile`] when somebody was first;
/// [`Refusal::WrongStep`] when the table of transitions has no such step; what each step says of itself.
pub async fn act(portal: &Portal, actor: &Actor, reference: &str, seen: Option<i64>, act: Act<'_>) -> Result<()> {
    // Photos are decoded before the transaction, for that is slow.
    let kept = if let Act::Answer(_, photos) = &act { kept_photos(portal, &photos.files).await? } else { Vec::new() };
    let mut tx = portal.db.begin().await?;
    act_in(portal, &mut tx, actor, reference, seen, act, &kept, false).await?;
    tx.commit().await
}

/// The same in a transaction that its caller keeps or gives up; one of many at once is told of with the others.
#[expect(clippy::too_many_arguments, reason = "what an act is, with where it happens")]
pub(super) async fn act_in(portal: &Portal, tx: &mut Tx, actor: &Actor, reference: &str, seen: Option<i64>, act: Act<'_>, kept: &[Photo], one_of_many: bool) -> Result<()> {
    let (case, desk) = case_at_desk(tx, actor, reference, act.desks()).await?;
    if seen.is_some_and(|version| version != case.version) {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    let hand = Hand { actor, desk };
    match act {
        Act::Accept(input) => super::accept::dispatch(portal, tx, case, &hand, input).await?,
        Act::Archive(input) => super::archive::put_away(portal, tx, case, &hand, input).await?,
        Act::AskInfo(input) => super::ask_info::ask(portal, tx, case, &hand, input).await?,
        Act::Merge(input) => super::merge::merge(portal, tx, case, &hand, input).await?,
        Act::Split(note) => super::merge::split(portal, tx, case, &hand, note).await?,
        Act::Redirect(input) => super::redirect::send_on(portal, tx, case, &hand, input).await?,
        Act::NotOurs(note) => super::not_ours::give_back(portal, tx, case, &hand, note).await?,
        Act::Take => super::take::take(portal, tx, case, &hand).await?,
        Act::Progress(input) => super::progress::tell(portal, tx, case, &hand, input).await?,
        Act::Answer(input, photos) => super::answer::respond(portal, tx, case, &hand, input, photos, kept).await?,
        Act::Resume(input) => super::resume::resume(portal, tx, case, &hand, input).await?,
        Act::Reopen(input) => super::reopen::reopen(portal, tx, case, &hand, input).await?,
        Act::Hand(input) => super::assign::hand_over(portal, tx, case, &hand, input, one_of_many).await?,
        Act::Note(note) => super::note::write_down(portal, tx, case, &hand, note).await?,
        Act::Message(text) => super::messages::tell_reporter_of(portal, tx, &case, &hand, text, one_of_many).await?,
        Act::DeclineReopen(note) => super::reopen::decline(portal, tx, case, &hand, note).await?,
        Act::Protect(note) => super::protect::protect(portal, tx, case, &hand, note).await?,
        Act::HideWords(step, note) => super::protect::hide_words(portal, tx, case, &hand, step, note).await?,
    }
    Ok(())
}

/// As [`act`], with [`Act::Accept`].
///
/// # Errors
/// [`Refusal::LowersProtection`], [`Refusal::OwnUnit`], [`Refusal::WrongStep`], [`Refusal::BeyondCalendar`];
/// [`crate::Error::NotFound`] for anyone but a verifier.
pub async fn accept(portal: &Portal, actor: &Actor, reference: &str, input: &AcceptInput) -> Result<()> {
    act(portal, actor, reference, None, Act::Accept(input)).await
}

/// As [`act`], with [`Act::Archive`].
///
/// # Errors
/// [`Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a verifier of this government.
pub async fn archive(portal: &Portal, actor: &Actor, reference: &str, input: &ArchiveInput) -> Result<()> {
    act(portal, actor, reference, None, Act::Archive(input)).await
}

/// As [`act`], with a public [`Act::Progress`].
///
/// # Errors
/// [`Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a handler of the unit.
pub async fn progress(portal: &Portal, actor: &Actor, reference: &str, note: &str) -> Result<()> {
    act(portal, actor, reference, None, Act::Progress(&ProgressInput { note: note.to_owned(), internal: false })).await
}

/// As [`act`], with [`Act::Answer`] without photos.
///
/// # Errors
/// [`Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a handler of the unit.
pub async fn answer(portal: &Portal, actor: &Actor, reference: &str, input: &AnswerInput) -> Result<()> {
    answer_with_photos(portal, actor, reference, input, &PhotosInput::default()).await
}

/// As [`act`], with [`Act::Answer`].
///
/// # Errors
/// As [`answer`]; [`crate::Error::Invalid`] for a photo that is not there.
pub async fn answer_with_photos(portal: &Portal, actor: &Actor, reference: &str, input: &AnswerInput, photos: &PhotosInput) -> Result<()> {
    act(portal, actor, reference, None, Act::Answer(input, photos)).await
}
