using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Klotho.EntityFramework;

/// <summary>Which contexts have messages in their outbox that nobody has been told of, so that others cost nothing.</summary>
internal static class OutboxMarks
{
    private static readonly ConditionalWeakTable<DbContext, Mark> Marks = [];

    /// <summary>A message was added.</summary>
    public static void Added(DbContext context)
    {
        var mark = Marks.GetOrCreateValue(context);
        (mark.IsTracked, mark.IsOpen) = (true, true);
    }

    /// <summary>Whether the context still tracks messages, which are of no use to it once they are saved. Asked once.</summary>
    public static bool TakeTracked(DbContext context)
    {
        var tracked = Marks.TryGetValue(context, out var mark) && mark.IsTracked;
        if (mark is not null)
        {
            mark.IsTracked = false;
        }

        return tracked;
    }

    /// <summary>Whether messages are committed that nobody has been told of. Asked once.</summary>
    public static bool TakeOpen(DbContext context)
    {
        var open = Marks.TryGetValue(context, out var mark) && mark.IsOpen;
        if (mark is not null)
        {
            mark.IsOpen = false;
        }

        return open;
    }

    private sealed class Mark
    {
        public bool IsTracked { get; set; }

        public bool IsOpen { get; set; }
    }
}
