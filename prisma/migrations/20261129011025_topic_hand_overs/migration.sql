-- CreateTable
CREATE TABLE "TopicHandOver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "assignedBy" TEXT NOT NULL,
    "assignedTo" TEXT,
    "shareLinkId" TEXT,
    "sealedContent" BLOB NOT NULL,
    "sealedReply" BLOB,
    "dueAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "TopicHandOver_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TopicAnswers" (
    "handOverId" TEXT NOT NULL PRIMARY KEY,
    "sealedDraft" BLOB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "draftedAt" DATETIME,
    "sealedAnswers" BLOB,
    "sentAt" DATETIME,
    CONSTRAINT "TopicAnswers_handOverId_fkey" FOREIGN KEY ("handOverId") REFERENCES "TopicHandOver" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "TopicHandOver_shareLinkId_key" ON "TopicHandOver"("shareLinkId");

-- CreateIndex
CREATE INDEX "TopicHandOver_assessmentId_createdAt_idx" ON "TopicHandOver"("assessmentId", "createdAt");

-- CreateIndex
CREATE INDEX "TopicHandOver_organisationId_assignedTo_state_idx" ON "TopicHandOver"("organisationId", "assignedTo", "state");
