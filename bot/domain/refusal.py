"""Slack's words for no, and what a person can do about them."""

PERMANENT = frozenset(
    {
        "access_denied",
        "accesslimited",
        "account_inactive",
        "as_user_not_supported",
        "attachment_payload_limit_exceeded",
        "cannot_reply_to_message",
        "channel_not_found",
        "channel_type_not_supported",
        "deprecated_endpoint",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_auth",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_charset",
        "invalid_form_data",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "invalid_post_type",
        "is_archived",
        "messages_tab_disabled",
        "metadata_must_be_sent_from_app",
        "metadata_too_large",
        "method_deprecated",
        "missing_post_type",
        "missing_scope",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_permission",
        "no_text",
        "not_allowed_token_type",
        "not_authed",
        "not_in_channel",
        "org_login_required",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "team_access_not_granted",
        "team_not_found",
        "thread_not_found",
        "token_expired",
        "token_revoked",
        "too_many_attachments",
        "two_factor_setup_required",
        "user_not_found",
        "users_not_found",
    }
)
"""Answers to a post after which nothing was posted, and nothing will be until somebody acts (docs.slack.dev)."""

CHANGED, CLOSED = "hash_conflict", "not_found"
"""Answers to a form that is drawn anew and is another by now, or that nobody has open any more."""

STALE = frozenset(
    {
        CHANGED,
        CLOSED,
        "exchanged_trigger_id",
        "expired_trigger_id",
        "invalid_trigger",
        "invalid_trigger_id",
        "push_limit_reached",
        "trigger_exchanged",
        "trigger_expired",
    }
)
"""Answers to a form that came too late: nothing was shown, and the same click will open nothing any more."""

UNSEEN = frozenset({"missing_scope", "not_in_channel", "channel_not_found", "no_permission", "access_denied"})
"""Answers of the history that say nothing about whether we posted: one may post where one may not read."""

STANDS = frozenset(
    {
        "cant_delete_message",
        "cant_update_message",
        "compliance_exports_prevent_deletion",
        "edit_window_closed",
        "is_inactive",
    }
)
"""Answers after which a message stays as it is until people act, besides those that are permanent for posts too."""

RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})
"""Answers that only ask to wait; the same as HTTP 429."""

_REINSTALL = "install the app again (`voxpop manifest`) and set its new SLACK_BOT_TOKEN"

_ADVICE = {
    "not_in_channel": "invite the app to the channel: /invite @Voxpop",
    "channel_not_found": "check DIGEST_CHANNEL, or the channel in /voice setup; "
    "to a private channel the app must be invited first: /invite @Voxpop",
    "is_archived": "the channel is archived; unarchive it, or choose another with DIGEST_CHANNEL or in /voice setup",
    "shared": "the channel is shared with another company; "
    "two admins can confirm it, each in the private message from the app",
    "missing_scope": "the app lacks a scope; compare it with `voxpop manifest` and install it again",
    "thread_not_found": "the digest above the thread was deleted; nothing is left to answer to",
    "restricted_action": "the channel lets only some people post; let the app do so in its settings",
    "account_inactive": _REINSTALL,
    "invalid_auth": _REINSTALL,
    "not_authed": _REINSTALL,
    "token_expired": _REINSTALL,
    "token_revoked": _REINSTALL,
}


def advice(code: str | None) -> str:
    """Return what a person can do about Slack's answer *code*, as half a sentence."""
    return _ADVICE.get(code or "", "see docs.slack.dev for what it means, or ask a Slack admin")
