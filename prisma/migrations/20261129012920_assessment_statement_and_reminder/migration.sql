-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN "remindAt" DATETIME;
ALTER TABLE "Assessment" ADD COLUMN "remindedAt" DATETIME;
ALTER TABLE "Assessment" ADD COLUMN "sealedStatement" BLOB;

-- CreateIndex
CREATE INDEX "Assessment_remindAt_idx" ON "Assessment"("remindAt");
