-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "sealedMeta" BLOB NOT NULL,
    "wrappedFileKey" BLOB NOT NULL,
    "fileKeyVersion" INTEGER NOT NULL,
    "storageName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Evidence_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_storageName_key" ON "Evidence"("storageName");

-- CreateIndex
CREATE INDEX "Evidence_assessmentId_createdAt_idx" ON "Evidence"("assessmentId", "createdAt");
