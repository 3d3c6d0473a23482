//! A crowd that is called together does not move what is published, in the small: `balai simulate` tells it in full.

use domain::on_both;
use domain::simulate::{Aim, Scale, run};

on_both!(praise_on_call_moves_nothing, world => {
    let outcome = run(&world.portal, Scale { honest: 40, coordinated: 48, aim: Aim::Praise }, &mut |_, _, _| {}).await.unwrap();
    assert!(outcome.before.is_some(), "there is a figure to move: {outcome:?}");
    assert!(outcome.moved().unwrap() < 0.1, "{outcome:?}");
    assert!((outcome.naive_after - outcome.naive_before).abs() >= 0.1, "counted as it comes, it would have moved: {outcome:?}");
    assert!(outcome.suspected >= outcome.crowd, "{outcome:?}");
    assert_eq!(outcome.on_desks, 0, "no card of theirs reaches an assessor: {outcome:?}");
    assert_eq!((outcome.own_praise, outcome.own_praise_held), (2, 2), "{outcome:?}");
});

on_both!(complaints_on_call_move_nothing, world => {
    let outcome = run(&world.portal, Scale { honest: 40, coordinated: 48, aim: Aim::Complaints }, &mut |_, _, _| {}).await.unwrap();
    assert!(outcome.moved().unwrap() < 0.1, "{outcome:?}");
    assert!((outcome.naive_after - outcome.naive_before).abs() >= 0.1, "{outcome:?}");
    assert!(outcome.suspected >= outcome.crowd && outcome.on_desks == 0, "{outcome:?}");
});
