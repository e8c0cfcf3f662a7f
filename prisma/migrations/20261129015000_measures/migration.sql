-- CreateTable
CREATE TABLE "MeasurePlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "keyVersion" INTEGER NOT NULL DEFAULT 1,
    "nextKeyVersionDue" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "MeasurePlan_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dueOn" TEXT,
    "ownerUserId" TEXT,
    "sealedContent" BLOB NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "Measure_planId_fkey" FOREIGN KEY ("planId") REFERENCES "MeasurePlan" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeasureFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastFetchedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "MeasurePlan_organisationId_key" ON "MeasurePlan"("organisationId");

-- CreateIndex
CREATE INDEX "Measure_organisationId_state_dueOn_idx" ON "Measure"("organisationId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "MeasureFeed_tokenHash_key" ON "MeasureFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "MeasureFeed_organisationId_userId_idx" ON "MeasureFeed"("organisationId", "userId");
