-- Columns are added, no table is redefined: indexes and references stay as they are.
ALTER TABLE "Assessment" ADD COLUMN "nextKeyVersionDue" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Case" ADD COLUMN "nextKeyVersionDue" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Exhibit" ADD COLUMN "fileKeyVersion" INTEGER NOT NULL DEFAULT 1;
