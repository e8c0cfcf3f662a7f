-- CreateTable
CREATE TABLE "BenchmarkDecision" (
    "assessmentId" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "sealedDecision" BLOB NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "BenchmarkDecision_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BenchmarkRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checklistId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sizeGroup" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "withdrawalHash" TEXT NOT NULL,
    "isPublished" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "BenchmarkFigure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checklistId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sizeGroup" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "average" INTEGER NOT NULL,
    "companies" INTEGER NOT NULL,
    "publishedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "BenchmarkDecision_organisationId_idx" ON "BenchmarkDecision"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "BenchmarkRow_withdrawalHash_key" ON "BenchmarkRow"("withdrawalHash");

-- CreateIndex
CREATE INDEX "BenchmarkRow_checklistId_version_sizeGroup_topicId_idx" ON "BenchmarkRow"("checklistId", "version", "sizeGroup", "topicId");

-- CreateIndex
CREATE UNIQUE INDEX "BenchmarkFigure_checklistId_version_sizeGroup_topicId_key" ON "BenchmarkFigure"("checklistId", "version", "sizeGroup", "topicId");
