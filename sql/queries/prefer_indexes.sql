-- For the rest of the transaction. The feed's tables start each day empty and never analysed, when the planner would scan them whole.
SELECT set_config('enable_seqscan', 'off', true)
