-- CreateTable
CREATE TABLE "VettingDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "vettingId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "box" BLOB NOT NULL,
    "wrappedFileKey" BLOB,
    "storageName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "erasedAt" DATETIME,
    CONSTRAINT "VettingDocument_vettingId_fkey" FOREIGN KEY ("vettingId") REFERENCES "Vetting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "VettingDocument_storageName_key" ON "VettingDocument"("storageName");

-- CreateIndex
CREATE INDEX "VettingDocument_vettingId_code_idx" ON "VettingDocument"("vettingId", "code");

-- CreateIndex
CREATE INDEX "VettingDocument_providerId_idx" ON "VettingDocument"("providerId");
