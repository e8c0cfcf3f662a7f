-- CreateTable
CREATE TABLE "WaitingReset" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "publicKey" BLOB NOT NULL,
    "signingPublicKey" BLOB NOT NULL,
    "kdf" TEXT NOT NULL,
    "salt" BLOB NOT NULL,
    "verifier" BLOB NOT NULL,
    "wrappedSeed" BLOB NOT NULL,
    "sealedSecret" BLOB,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "WaitingReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
