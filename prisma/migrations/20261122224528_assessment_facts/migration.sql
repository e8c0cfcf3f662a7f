-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN "factsAtClose" TEXT;
