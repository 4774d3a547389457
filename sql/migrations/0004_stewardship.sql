-- What stewards do beyond saying `same` and `different`: merges and splits are decisions on many records at once, and can be taken back.

ALTER TABLE mdm.decision
    ADD COLUMN operation text NOT NULL DEFAULT 'decision',
    ADD COLUMN correlation_id text NOT NULL DEFAULT '',
    ADD COLUMN golden_ids uuid[] NOT NULL DEFAULT '{}',     -- the golden records it was said of, as they stood before it
    ADD COLUMN revoked_by text,
    ADD COLUMN revoked_because text,
    ADD CONSTRAINT decision_operation CHECK (operation IN ('decision', 'merge', 'split')),
    ADD CONSTRAINT decision_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL));
CREATE INDEX decision_made ON mdm.decision (made_at, decision_id);
CREATE INDEX decision_golden ON mdm.decision USING gin (golden_ids) WHERE kind = 'same';
CREATE INDEX decision_pair_decision_id ON mdm.decision_pair (decision_id);

-- Edges that a bound made, and not the records: they wait for a steward like a possible match.
-- oversized: the component was larger than a cluster may be. held: the hour's merges were used up.
ALTER TABLE mdm.match_edge
    DROP CONSTRAINT match_edge_kind,
    ADD CONSTRAINT match_edge_kind CHECK (kind IN ('possibleMatch', 'cut', 'oversized', 'held'));
CREATE INDEX match_edge_review ON mdm.match_edge (weight DESC, record_a, record_b) WHERE kind <> 'cut';

-- Golden records that ended in another one without a steward, minute by minute: what the hour's budget is counted by.
CREATE TABLE mdm.merge_count (
    minute timestamptz NOT NULL,
    merges integer     NOT NULL,
    CONSTRAINT merge_count_pkey PRIMARY KEY (minute)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON mdm.merge_count TO mdm_service;
