using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Klotho.EntityFramework;

/// <summary>Which contexts are in the transaction of a message that is handled once.</summary>
internal static class HandlingMarks
{
    private static readonly ConditionalWeakTable<DbContext, object> Marks = [];

    /// <summary>Marks a context until the result is disposed.</summary>
    public static IDisposable Begin(DbContext context)
    {
        Marks.AddOrUpdate(context, context);
        return new Handling(context);
    }

    /// <summary>Whether the context is in such a transaction.</summary>
    public static bool IsHandling(DbContext? context) => context is not null && Marks.TryGetValue(context, out _);

    private sealed class Handling(DbContext context) : IDisposable
    {
        public void Dispose() => Marks.Remove(context);
    }
}
