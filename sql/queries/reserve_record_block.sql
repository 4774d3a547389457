SELECT nextval('mdm.record_block')
