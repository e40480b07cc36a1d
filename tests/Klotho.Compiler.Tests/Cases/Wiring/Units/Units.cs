using Klotho;

namespace Shop
{
    public interface INamed
    {
        Task<string> NameAsync();
    }

    public interface IThumbnailer : INamed
    {
        /// <summary>Every shape of parameter and result.</summary>
        Task<Picture?> MakeAsync(Picture picture, string? caption, List<Picture?>? others, int width = 640, CancellationToken cancel = default);

        [Repeatable]
        ValueTask<int?> MeasureAsync(Picture picture, CancellationToken token);

        Task ForgetAsync(string @class, int @event = 3);

        ValueTask @do(Sizes.Unit unit, params int[] numbers);

        IAsyncEnumerable<Picture?> WatchAsync(string folder, CancellationToken cancel = default);

        IAsyncEnumerable<int> CountAsync();

        [Obsolete("Old.")]
        Task OldAsync(string call, string target, string caller, string cancel);
    }

    public sealed record Picture(string Path);

    public static class Sizes
    {
        public enum Unit
        {
            Pixel,
            Inch,
        }

        internal interface IMeasure
        {
            Task<Unit> UnitAsync(Unit? unit = Unit.Pixel);
        }
    }

    /// <summary>Works only inside of the unit: a property cannot cross.</summary>
    public interface IInside
    {
        int Count { get; }
    }

    /// <summary>Works only inside of the unit: what is static belongs to no instance.</summary>
    public interface IStatic
    {
        static abstract Task CountAsync();
    }

    /// <summary>Works only inside of the unit: a tuple would arrive empty.</summary>
    public interface ITuples
    {
        Task<(int Width, int Height)> SizeAsync();
    }

    [ExecUnit("optimize")]
    public sealed class Thumbnailer : IThumbnailer, Sizes.IMeasure, IInside, IStatic, ITuples, IDisposable, IHostedService, Other.@namespace.IThumbnailer
    {
        public int Count => 0;

        public static Task CountAsync() => Task.CompletedTask;

        public Task<(int Width, int Height)> SizeAsync() => Task.FromResult((1, 2));

        public Task<string> NameAsync() => Task.FromResult("");

        public Task<Picture?> MakeAsync(Picture picture, string? caption, List<Picture?>? others, int width, CancellationToken cancel) => Task.FromResult<Picture?>(null);

        public ValueTask<int?> MeasureAsync(Picture picture, CancellationToken token) => default;

        [Repeatable]
        public Task ForgetAsync(string @class, int @event = 3) => Task.CompletedTask;

        public ValueTask @do(Sizes.Unit unit, params int[] numbers) => default;

        public IAsyncEnumerable<Picture?> WatchAsync(string folder, CancellationToken cancel) => AsyncEnumerable.Empty<Picture?>();

        IAsyncEnumerable<int> IThumbnailer.CountAsync() => AsyncEnumerable.Empty<int>();

        [Obsolete("Old.")]
        public Task OldAsync(string call, string target, string caller, string cancel) => Task.CompletedTask;

        Task<Sizes.Unit> Sizes.IMeasure.UnitAsync(Sizes.Unit? unit) => Task.FromResult(Sizes.Unit.Inch);

        Task Other.@namespace.IThumbnailer.MakeAsync() => Task.CompletedTask;

        public void Dispose()
        {
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

namespace Other.@namespace
{
    public interface IThumbnailer
    {
        Task MakeAsync();
    }
}
