-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "district" TEXT,
    "box" BLOB NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Site_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Columns are added, no table is redefined: answers and references stay as they are.
ALTER TABLE "Assessment" ADD COLUMN "siteIds" TEXT;
ALTER TABLE "Assessment" ADD COLUMN "sitesRevision" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Site_organisationId_createdAt_idx" ON "Site"("organisationId", "createdAt");
