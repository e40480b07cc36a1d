namespace Klotho.Postgres;

/// <summary>The advisory locks by which processes that start at once take turns.</summary>
internal static class SharedWork
{
    /// <summary>Makes tables: two of <c>CREATE TABLE IF NOT EXISTS</c> at once can fail with a duplicate in the catalogue.</summary>
    public const long Tables = 0x6B6C6F74686F_01;

    /// <summary>Migrates a database.</summary>
    public const long Migrations = 0x6B6C6F74686F_02;
}
