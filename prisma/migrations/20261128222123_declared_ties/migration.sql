-- CreateTable
CREATE TABLE "DeclaredTie" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" TEXT,
    "capabilities" TEXT NOT NULL DEFAULT '[]',
    "declaredAt" DATETIME NOT NULL,
    "endedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "DeclaredTie_userId_idx" ON "DeclaredTie"("userId");
