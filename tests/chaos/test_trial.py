"""The chaos trial, shortened: docs/posting.md has the long one's numbers."""

from tests.chaos.trial import run_trial


def test_no_post_is_lost_or_doubled_while_workers_are_killed_and_slack_fails(database_url):
    outcome = run_trial(database_url, posts=48, seed=7)
    assert outcome.kept, outcome
    assert outcome.kills + outcome.stops >= 2
    assert outcome.calls > outcome.posts, "Slack failed some of the time"
