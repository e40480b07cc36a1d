namespace Klotho.Drivers;

/// <summary>On what a file is written, for drivers that look at what is there themselves.</summary>
/// <param name="IfAbsent">Only where no file is.</param>
/// <param name="IfTag">Only over the file with this tag.</param>
internal readonly record struct BlobCondition(bool IfAbsent, string? IfTag)
{
    /// <exception cref="ConcurrencyException">The file that is there has another tag than the one to delete.</exception>
    public static void RequireToDelete(string path, string tag, BlobInfo there)
    {
        if (there.Tag != tag)
        {
            throw new ConcurrencyException($"The file '{path}' was not deleted because it does not have the tag that was read: somebody else wrote it in between.");
        }
    }

    /// <exception cref="ConcurrencyException">The condition does not hold for what is there.</exception>
    public void Require(string path, BlobInfo? there)
    {
        if (IfAbsent && there is not null)
        {
            throw new ConcurrencyException($"The file '{path}' was not written because it exists.");
        }

        if (IfTag is not null && there?.Tag != IfTag)
        {
            throw new ConcurrencyException($"The file '{path}' was not written because it does not have the tag that was read: somebody else wrote or deleted it in between.");
        }
    }
}
