namespace Klotho.Analysis.Annotations;

/// <summary>Folders that annotations name, relative to the project.</summary>
public static class ProjectFolder
{
    /// <summary>The folder with forward slashes and no needless parts, or null where it is absolute or climbs out.</summary>
    public static string? Normalise(string folder)
    {
        var path = folder.Replace('\\', '/');
        if (path.Length == 0 || path[0] == '/' || path.Contains(':'))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? "." : string.Join("/", parts);
    }
}
