-- A column is added, no table is redefined: answers from outside that refer to its rows stay as they are.
ALTER TABLE "TopicHandOver" ADD COLUMN "remindersSent" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "TopicHandOver_state_dueAt_idx" ON "TopicHandOver"("state", "dueAt");
