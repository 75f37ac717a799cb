ALTER TABLE `search_synonyms` ADD `also` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
DELETE FROM `search_synonyms`;
