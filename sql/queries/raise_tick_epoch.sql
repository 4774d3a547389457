-- A new sequencer fences the one before.
UPDATE mdm.tick_epoch SET epoch = epoch + 1
RETURNING epoch
