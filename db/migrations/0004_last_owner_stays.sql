CREATE TRIGGER `last_owner_stays` BEFORE DELETE ON `organisation_members`
WHEN old.role = 'owner'
  AND EXISTS (SELECT 1 FROM organisations WHERE id = old.organisation_id)
  AND NOT EXISTS (SELECT 1 FROM organisation_members WHERE organisation_id = old.organisation_id AND role = 'owner' AND account_id <> old.account_id)
BEGIN SELECT RAISE(ABORT, 'the last owner stays'); END;
--> statement-breakpoint
CREATE TRIGGER `last_owner_stays_owner` BEFORE UPDATE ON `organisation_members`
WHEN old.role = 'owner'
  AND (new.role <> 'owner' OR new.organisation_id <> old.organisation_id)
  AND NOT EXISTS (SELECT 1 FROM organisation_members WHERE organisation_id = old.organisation_id AND role = 'owner' AND account_id <> old.account_id)
BEGIN SELECT RAISE(ABORT, 'the last owner stays'); END;
