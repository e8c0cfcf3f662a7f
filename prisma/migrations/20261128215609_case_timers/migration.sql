-- CreateTable
CREATE TABLE "CaseTimer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "CaseTimer_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CaseTimer_doneAt_dueAt_idx" ON "CaseTimer"("doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "CaseTimer_caseId_idx" ON "CaseTimer"("caseId");
