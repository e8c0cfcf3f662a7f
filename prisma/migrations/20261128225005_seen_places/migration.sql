-- CreateTable
CREATE TABLE "SeenPlace" (
    "userId" TEXT NOT NULL,
    "placeHash" TEXT NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "placeHash"),
    CONSTRAINT "SeenPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SeenPlace_lastSeenAt_idx" ON "SeenPlace"("lastSeenAt");
